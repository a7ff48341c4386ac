@guide:target-groups/protocol-version-actions @feature:crud-tg @extended @needs:certificates
Feature: Protocol version: actions
  If the protocol version is gRPC or HTTP/2, the only supported actions are forward actions.

  @req:TG-PROTO-006
  Scenario Outline: users are not authenticated before requests are forwarded by <version>
    Given a load balancer with an HTTPS listener
    And a user calls "CreateTargetGroup" with:
      | Name            | tg-<unique> |
      | Protocol        | HTTP        |
      | ProtocolVersion | <version>   |
      | Port            | 80          |
      | VpcId           | <vpc>       |
    When a user calls "CreateRule" with:
      | ListenerArn                                          | <listener-arn>               |
      | Priority                                             | 10                           |
      | Conditions[1].Field                                  | path-pattern                 |
      | Conditions[1].PathPatternConfig.Values               | /account/*                   |
      | Actions[1].Type                                      | authenticate-oidc            |
      | Actions[1].Order                                     | 1                            |
      | Actions[1].AuthenticateOidcConfig.Issuer             | https://id.example.com       |
      | Actions[1].AuthenticateOidcConfig.AuthorizationEndpoint | https://id.example.com/auth |
      | Actions[1].AuthenticateOidcConfig.TokenEndpoint      | https://id.example.com/token |
      | Actions[1].AuthenticateOidcConfig.UserInfoEndpoint   | https://id.example.com/user  |
      | Actions[1].AuthenticateOidcConfig.ClientId           | shop                         |
      | Actions[1].AuthenticateOidcConfig.ClientSecret       | secret                       |
      | Actions[2].Type                                      | forward                      |
      | Actions[2].Order                                     | 2                            |
      | Actions[2].TargetGroupArn                            | <target-group-arn>           |
    Then the call is refused with "InvalidConfigurationRequest" and a message that names "<version>"

    Examples:
      | version |
      | HTTP2   |
      | GRPC    |

  @req:TG-PROTO-006
  Scenario Outline: a rule of a group with <version> gets no other action beside
    Given a load balancer with an HTTPS listener
    And a target group "blue" with 0 targets and the settings:
      | ProtocolVersion | <version>            |
      | HealthCheckPath | /AWS.ALB/healthcheck |
    When a user calls "ModifyListener" with:
      | ListenerArn                                  | <listener-arn>      |
      | DefaultActions[1].Type                       | forward             |
      | DefaultActions[1].Order                      | 1                   |
      | DefaultActions[1].TargetGroupArn             | <blue-arn>          |
      | DefaultActions[2].Type                       | redirect            |
      | DefaultActions[2].Order                      | 2                   |
      | DefaultActions[2].RedirectConfig.StatusCode  | HTTP_301            |
      | DefaultActions[2].RedirectConfig.Host        | www.example.com     |
    Then the call is refused

    Examples:
      | version |
      | HTTP2   |
      | GRPC    |
