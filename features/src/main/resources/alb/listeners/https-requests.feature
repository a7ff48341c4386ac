@guide:listeners/https-requests @feature:xff @core @needs:certificates
Feature: Requests to HTTPS listeners
  Targets learn that the client used HTTPS, and redirects keep the protocol.

  Background:
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @req:XFF-PROTO-003
  Scenario: X-Forwarded-Proto and X-Forwarded-Port
    When a client requests "/" with the headers:
      | X-Forwarded-Proto | http |
    Then target "blue-1" receives the header "X-Forwarded-Proto" with the value "https"
    And target "blue-1" receives the header "X-Forwarded-Port" with the value "443"

  @req:LS-HTTPS-022
  Scenario Outline: a redirect with the protocol <protocol>
    Given the listener redirects with:
      | Protocol   | <protocol> |
      | Port       | <port>     |
      | Path       | /new       |
      | StatusCode | HTTP_301   |
    When a client requests "/old?a=b" from "www.example.com"
    Then the response has the header "Location" with the value "<location>"

    Examples:
      | protocol    | port    | location                             |
      | #{protocol} | #{port} | https://www.example.com:443/new?a=b  |
      | #{protocol} | 8443    | https://www.example.com:8443/new?a=b |

  @req:LS-HTTPS-017
  Scenario: an upload and a large response
    Given target "blue-1" answers with a body of 3000000 bytes in chunks
    When a client uploads 2000000 bytes to "/up" with their length
    Then the response has a body of 3000000 bytes
    And target "blue-1" receives the uploaded bytes

  @req:LS-HTTPS-017
  Scenario: a WebSocket connection
    Given target "blue-1" accepts WebSocket connections
    When a client asks for the WebSocket "/chat"
    And target "blue-1" sends:
      """
      to the client\
      """
    And the client sends:
      """
      to the target\
      """
    Then target "blue-1" receives the bytes "to the target"
    And the client receives the bytes "to the client"
