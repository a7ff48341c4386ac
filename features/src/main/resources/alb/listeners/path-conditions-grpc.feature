@guide:listeners/path-conditions-grpc @feature:grpc @core @needs:h2 @needs:certificates
Feature: Path conditions: gRPC
  Conditions can be specific to a package, service, or method.

  @req:TG-PROTO-008
  Scenario Outline: <pattern> and a call of <method>
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 1 gRPC target
    And a target group "green" with 1 gRPC target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the path "<pattern>" to "blue"
    When a gRPC client calls "<method>" with the message ""
    Then the gRPC client receives the message "<answered by>"

    Examples:
      | pattern              | method               | answered by |
      | /shop.Cart/Who       | shop.Cart/Who        | blue-1      |
      | /shop.Cart/Who       | shop.Cart/Whom       | green-1     |
      | /shop.Cart/*         | shop.Cart/Whom       | blue-1      |
      | /shop.Cart/*         | shop.Order/Who       | green-1     |
      | /shop.*              | shop.Order/Who       | blue-1      |
      | /shop.*              | shop.v2.Order/Who    | blue-1      |
      | /shop.*              | store.Order/Who      | green-1     |
      | /shop                | shop.Cart/Who        | green-1     |
