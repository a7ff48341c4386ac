@guide:listeners/target-group-stickiness @feature:forward-sticky
Feature: Target group stickiness
  A cookie keeps a client with the target group that was chosen for it, whatever the weights of the groups.

  @core @req:LS-FWD-007
  Scenario Outline: a client with the cookie keeps to its target group, the other would have had <first> turns first
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/" <first> times
    And a client requests "/"
    And a client requests "/" 6 times with the headers:
      | Cookie | AWSALBTG=<tg-cookie> |
    Then the targets of "<chosen>" receive <to chosen> requests in all
    And the targets of "<other>" receive <to other> requests in all

    Examples:
      | first | chosen | to chosen | other | to other |
      | 2     | blue   | 8         | green | 1        |
      | 3     | green  | 8         | blue  | 2        |

  @core @req:LS-FWD-007
  Scenario: the weights of a listener change, and its clients stay
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/"
    And the listener forwards with the weight 0 to "blue" and 1 to "green" and keeps clients there for 100 s
    And a client requests "/" 3 times with the headers:
      | Cookie | other=1; AWSALBTG=<tg-cookie>; another=2 |
    Then target "blue-1" receives 4 requests
    And target "green-1" receives nothing

  @core @req:LS-FWD-010
  Scenario: the cookie for requests of other origins counts alone
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a client requests "/"
    And a client requests "/" 5 times with the headers:
      | Cookie | AWSALBTGCORS=<tg-cors-cookie> |
    Then target "blue-1" receives 6 requests

  @core @req:LS-FWD-012
  Scenario: clients without a cookie are distributed by the weights
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 2 to "green" and keeps clients there for 100 s
    When a client requests "/" 9 times
    Then target "blue-1" receives 3 requests
    And target "green-1" receives 6 requests

  @core @req:LS-FWD-011
  Scenario Outline: a target group with sticky sessions among several, and the action is <sticky>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the target group attribute "stickiness.enabled" of "green" is set to "true"
    When a user calls "ModifyListener" with:
      | ListenerArn                                                                | <listener-arn> |
      | DefaultActions[1].Type                                                     | forward        |
      | DefaultActions[1].ForwardConfig.TargetGroups[1].TargetGroupArn             | <blue-arn>     |
      | DefaultActions[1].ForwardConfig.TargetGroups[1].Weight                     | 1              |
      | DefaultActions[1].ForwardConfig.TargetGroups[2].TargetGroupArn             | <green-arn>    |
      | DefaultActions[1].ForwardConfig.TargetGroups[2].Weight                     | 1              |
      | DefaultActions[1].ForwardConfig.TargetGroupStickinessConfig.Enabled        | <enabled>      |
      | DefaultActions[1].ForwardConfig.TargetGroupStickinessConfig.DurationSeconds | 100           |
    Then the call <outcome>

    Examples:
      | sticky     | enabled | outcome    |
      | sticky     | true    | succeeds   |
      | not sticky | false   | is refused |

  @core @req:LS-FWD-011
  Scenario: sticky sessions of one of several target groups need an action that is sticky
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green"
    When a user sets the target group attribute "stickiness.enabled" of "green" to "true"
    Then the call is refused

  @core @req:LS-FWD-011
  Scenario: sticky sessions of one of several target groups of a sticky action
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards with the weight 1 to "blue" and 1 to "green" and keeps clients there for 100 s
    When a user sets the target group attribute "stickiness.enabled" of "green" to "true"
    Then the call succeeds
