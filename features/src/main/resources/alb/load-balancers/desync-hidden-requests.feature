@guide:load-balancers/desync-hidden-requests @feature:desync @core
Feature: Desync mitigation mode: hidden requests
  No request that is hidden in another one reaches a target as a request of its own.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LB-DESYNC-008
  Scenario Outline: a request is hidden behind the body in <mode> mode: <how>
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "<mode>"
    When a client sends:
      """
      POST /open HTTP/1.1
      Host: example.com
      <first>
      <second>

      0

      GET /hidden HTTP/1.1
      Host: example.com

      """
    Then target "blue-1" receives no request for "/hidden"
    And the connection to the client is closed

    Examples:
      | mode      | how                              | first                         | second                     |
      | defensive | a length and chunks              | Content-Length: 48            | Transfer-Encoding: chunked |
      | strictest | a length and chunks              | Content-Length: 48            | Transfer-Encoding: chunked |
      | defensive | a length twice and chunks        | Content-Length: 48            | Content-Length: 5\\r\\nTransfer-Encoding: chunked |
      | defensive | two lengths                      | Content-Length: 5             | Content-Length: 48         |
      | defensive | chunks twice                     | Transfer-Encoding: chunked    | Transfer-Encoding: chunked |
      | defensive | chunks and nonsense              | Transfer-Encoding: chunked    | Transfer-Encoding: cow     |
      | defensive | a coding on a line of its own    | Transfer-Encoding:            | \\x20chunked               |
      | defensive | a coding with a vertical tab     | Transfer-Encoding: \\x0bchunked | Accept: */*              |
      | defensive | a carriage return before chunks  | X: y\\rTransfer-Encoding: chunked | Content-Length: 5       |
      | strictest | a blank before the colon         | Transfer-Encoding : chunked   | Content-Length: 48         |
      | strictest | an underscore for the hyphen     | Transfer_Encoding: chunked    | Content-Length: 48         |

  @req:LB-DESYNC-008 @req:LB-DESYNC-012
  Scenario Outline: a request is hidden in chunks that are none in <mode> mode: <how>
    Given the load balancer attribute "routing.http.desync_mitigation_mode" is set to "<mode>"
    When a client sends:
      """
      POST /open HTTP/1.1
      Host: example.com
      Transfer-Encoding: chunked

      <chunk>
      GET /hidden HTTP/1.1
      Host: example.com

      """
    Then target "blue-1" receives no request for "/hidden"
    And the connection to the client is closed

    Examples:
      | mode      | how                            | chunk                          |
      | defensive | a size with a sign             | +0\\r\\n                       |
      | defensive | a size in another notation     | 0x0\\r\\n                      |
      | defensive | a size over 64 bits            | 10000000000000000\\r\\n        |
      | defensive | a chunk without its line end   | 3\\r\\nabc0\\r\\n              |
      | defensive | a chunk longer than its size   | 3\\r\\nabcdef\\r\\n0\\r\\n     |
      | defensive | a chunk that ends in a bare LF | 3\\r\\nabc\\n0\\r\\n           |
      | defensive | an extension with a bare LF    | 0;a\\nb\\r\\n                  |
      | strictest | an extension with a bare LF    | 0;a\\nb\\r\\n                  |

  @req:LB-DESYNC-012
  Scenario: what follows a blocked request is not served
    When a client sends:
      """
      POST /blocked HTTP/1.1
      Host: example.com
      Content-Length: 1, 2

      GET /next HTTP/1.1
      Host: example.com

      """
    Then response 1 has the status 400
    And the connection to the client is closed
    And target "blue-1" receives nothing
