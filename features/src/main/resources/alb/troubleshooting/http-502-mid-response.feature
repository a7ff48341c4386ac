@guide:troubleshooting/http-502-mid-response @feature:errors @core
Feature: HTTP 502: Bad gateway: faults in the middle of a response
  Once a part of a response has reached the client, the rest of it can only be cut off.

  @req:ERR-502-007
  Scenario Outline: the rest is cut off: <what>
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    And target "blue-1" answers with the following and closes the connection:
      """
      HTTP/1.1 200 OK
      <header>

      <body>\
      """
    When a client requests "/"
    Then the response is cut off

    Examples:
      | what                                  | header                     | body                             |
      | a body that is too short              | Content-Length: 100000     | <40000 characters>               |
      | a chunk that is too short             | Transfer-Encoding: chunked | 9c40\\r\\n<30000 characters>     |
      | chunks without an end                 | Transfer-Encoding: chunked | 7530\\r\\n<30000 characters>\\r\\n |
      | a chunk with a size that is no number | Transfer-Encoding: chunked | 7530\\r\\n<30000 characters>\\r\\nxyz\\r\\n |
      | a chunk that is too long              | Transfer-Encoding: chunked | 752f\\r\\n<30000 characters>\\r\\n0\\r\\n\\r\\n |
