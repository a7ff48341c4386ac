@guide:listeners/forward-actions @feature:forward @core
Feature: Forward actions
  A forward action routes requests to a target group.

  @req:LS-FWD-001
  Scenario: the default action forwards
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a client requests "/any/path"
    Then the response comes from "blue"

  @req:LS-FWD-001
  Scenario: a target group can be given in the configuration of the action
    Given a load balancer
    And a target group "blue" with 1 target
    When a user calls "ModifyListener" with:
      | ListenerArn                                                    | <listener-arn> |
      | DefaultActions[1].Type                                         | forward        |
      | DefaultActions[1].ForwardConfig.TargetGroups[1].TargetGroupArn | <blue-arn>     |
    And target "blue-1" becomes "healthy"
    And a client requests "/"
    Then the response comes from "blue"

  @req:LS-FWD-001
  Scenario Outline: each rule routes to its own target group: <path>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    And a rule with priority 20 that forwards the path "/css/*" to "green"
    When a client requests "<path>"
    Then the response comes from "<answered by>"

    Examples:
      | path   | answered by |
      | /img/a | blue        |
      | /css/a | green       |
