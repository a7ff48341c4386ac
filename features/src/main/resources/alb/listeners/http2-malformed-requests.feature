@guide:listeners/http2-malformed-requests @feature:http2 @core @needs:h2 @needs:certificates
Feature: Malformed HTTP/2 requests
  What would mean something else over HTTP/1.1 is refused, and the connection goes on.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:LS-H2-014
  Scenario Outline: a field that is none: <what>
    When an HTTP/2 client sends a request with the fields:
      | :method    | GET         |
      | :scheme    | https       |
      | :authority | example.com |
      | :path      | /           |
      | <name>     | <value>     |
    Then the stream of the response is reset with "PROTOCOL_ERROR"
    And target "blue-1" receives nothing
    When the client requests "/next"
    Then the response comes from "blue"

    Examples:
      | what                           | name              | value                               |
      | a line break in a value        | x-a               | 1\r\nx-b: 2                         |
      | a request behind a value       | x-a               | 1\r\n\r\nGET /in HTTP/1.1\r\nA: b   |
      | a line feed in a value         | x-a               | 1\nx-b: 2                           |
      | NUL in a value                 | x-a               | 1\x00                               |
      | a line break in a name         | x-a: 1\r\nx-b     | 2                                   |
      | a colon in a name              | transfer-encoding: | chunked                            |
      | a space in a name              | transfer-encoding  x | chunked                          |
      | a capital letter in a name     | X-A               | 1                                   |
      | a pseudo header of responses   | :status           | 200                                 |
      | a path given twice             | :path             | /other                              |
      | an authority given twice       | :authority        | example.org                         |
      | another host                   | host              | example.org                         |
      | a coding of HTTP/1.1           | transfer-encoding | chunked                             |
      | a connection header            | connection        | keep-alive                          |
      | an upgrade                     | upgrade           | h2c                                 |
      | proxy-connection               | proxy-connection  | keep-alive                          |
      | a TE that is more than trailers | te               | trailers, chunked                   |
      | a length without a body        | content-length    | 5                                   |
      | a length that is no number     | content-length    | +0                                  |

  @req:LS-H2-014
  Scenario Outline: the pseudo header <name> behind a field
    When an HTTP/2 client sends a request with the fields:
      | :method | GET     |
      | :scheme | https   |
      | :path   | /       |
      | <first> | <one>   |
      | x-a     | 1       |
      | <name>  | <value> |
    Then the stream of the response is reset with "PROTOCOL_ERROR"
    And target "blue-1" receives nothing

    Examples:
      | first      | one         | name       | value       |
      | :authority | example.com | :path      | /other      |
      | :authority | example.com | :method    | POST        |
      | host       | example.com | :authority | example.com |

  @req:LS-H2-014
  Scenario Outline: a pseudo header that says more, <method> <scheme> <authority> <path>
    When an HTTP/2 client sends a request with the fields:
      | :method    | <method>    |
      | :scheme    | <scheme>    |
      | :authority | <authority> |
      | :path      | <path>      |
    Then the stream of the response is reset with "PROTOCOL_ERROR"
    And target "blue-1" receives nothing
    When the client requests "/next"
    Then the response comes from "blue"

    Examples:
      | method                       | scheme        | authority              | path                       |
      | GET                          | https         | example.com            | / HTTP/1.1\r\nHost: x\r\n\r\nGET / |
      | GET                          | https         | example.com            | /a b                       |
      | GET                          | https         | example.com            | https://example.org/       |
      | GET                          | https         | example.com            | index.html                 |
      | GET / HTTP/1.1\r\nA: b\r\n   | https         | example.com            | /                          |
      | G T                          | https         | example.com            | /                          |
      | GET                          | https         | example.com\r\nA: b    | /                          |
      | GET                          | https         | user@example.com       | /                          |
      | GET                          | https://a/?   | example.com            | /                          |

  @req:LS-H2-014
  Scenario Outline: a body of 3 bytes with the length <length>
    When an HTTP/2 client sends a request with the fields and the body "abc":
      | :method        | POST        |
      | :scheme        | https       |
      | :authority     | example.com |
      | :path          | /           |
      | content-length | <length>    |
    Then the stream of the response is reset with "PROTOCOL_ERROR"
    When the client requests "/next"
    Then the response comes from "blue"

    Examples:
      | length |
      | 2      |
      | 4      |

  @req:LS-H2-008
  Scenario: two hosts
    When an HTTP/2 client sends a request with the fields:
      | :method | GET         |
      | :scheme | https       |
      | :path   | /           |
      | host    | example.com |
      | host    | example.com |
    Then the stream of the response is reset with "PROTOCOL_ERROR"
    And target "blue-1" receives nothing
