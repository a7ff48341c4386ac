@guide:monitoring/request-tracing @feature:trace-id
Feature: Request tracing for your Application Load Balancer
  The load balancer adds X-Amzn-Trace-Id to requests, or updates it.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"

  @core @req:TRC-ID-001
  Scenario: a request without the header gets one with a Root field
    When a client requests "/"
    Then target "blue-1" receives the header "X-Amzn-Trace-Id" with the value "~ Root=1-[0-9a-f]{8}-[0-9a-f]{24}"

  @core @req:TRC-ID-002
  Scenario: Self is inserted before an existing Root field
    When a client requests "/" with the headers:
      | X-Amzn-Trace-Id | Root=1-67891233-abcdef012345678912345678 |
    Then target "blue-1" receives the header "X-Amzn-Trace-Id" with the value "~ Self=1-[0-9a-f]{8}-[0-9a-f]{23,24};Root=1-67891233-abcdef012345678912345678"

  @core @req:TRC-ID-003
  Scenario: a custom field is preserved
    When a client requests "/" with the headers:
      | X-Amzn-Trace-Id | Root=1-67891233-abcdef012345678912345678;CalledFrom=app |
    Then target "blue-1" receives the header "X-Amzn-Trace-Id" with the value "~ Self=1-[0-9a-f]{8}-[0-9a-f]{23,24};Root=1-67891233-abcdef012345678912345678;CalledFrom=app"

  @core @req:TRC-ID-004
  Scenario: an existing Self field is updated
    When a client requests "/" with the headers:
      | X-Amzn-Trace-Id | Self=1-00000001-12456789abcdef0123456789;Root=1-67891233-abcdef012345678912345678 |
    Then target "blue-1" receives the header "X-Amzn-Trace-Id" with the value "~ Self=1-(?!00000001)[0-9a-f]{8}-[0-9a-f]{23,24};Root=1-67891233-abcdef012345678912345678"

  @extended @req:TRC-ID-005
  Scenario: the header is rewritten if the headers are over 7 KB
    When a client requests "/" with the headers:
      | X-Filler        | <8000 characters>                                       |
      | X-Amzn-Trace-Id | Root=1-67891233-abcdef012345678912345678;CalledFrom=app |
    Then target "blue-1" receives the header "X-Amzn-Trace-Id" with the value "~ Root=1-(?!67891233)[0-9a-f]{8}-[0-9a-f]{24}"

  @extended @req:TRC-ID-005
  Scenario: the header is updated as usual if the headers are under 7 KB
    When a client requests "/" with the headers:
      | X-Filler        | <6000 characters>                                       |
      | X-Amzn-Trace-Id | Root=1-67891233-abcdef012345678912345678;CalledFrom=app |
    Then target "blue-1" receives the header "X-Amzn-Trace-Id" with the value "~ Self=1-[0-9a-f]{8}-[0-9a-f]{23,24};Root=1-67891233-abcdef012345678912345678;CalledFrom=app"

  @extended @req:TRC-ID-006
  Scenario: responses do not get the header
    When a client requests "/"
    Then the response comes from "blue"
    And the response has no header "X-Amzn-Trace-Id"

  @core @req:TRC-ID-007 @time:virtual
  Scenario Outline: the time is that of the request: <header>
    Given 100 s pass
    When a client requests "/" with the headers:
      | <header> | Root=1-67891233-abcdef012345678912345678 |
    Then target "blue-1" receives a trace identifier with the time of the request

    Examples:
      | header          |
      | X-Other         |
      | X-Amzn-Trace-Id |

  @core @req:TRC-ID-008
  Scenario: each request has an identifier of its own
    When a client requests "/1"
    And the client requests "/2"
    And a client requests "/3"
    Then target "blue-1" receives a trace identifier of its own with each request
