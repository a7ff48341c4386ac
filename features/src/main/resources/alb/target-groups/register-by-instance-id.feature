@guide:target-groups/register-by-instance-id
Feature: Register or deregister targets by instance ID
  Instances are targets while they run, in the VPC of their target group.

  @core @feature:health-check @req:HC-REASON-009
  Scenario Outline: an instance that is <state>
    Given a load balancer
    And a target group "blue" with 1 target and the settings:
      | TargetType | instance |
    And the listener forwards to "blue"
    And target "blue-1" becomes "healthy"
    When the state of instance "blue-1" becomes "<state>"
    Then target "blue-1" is "unused" for the reason "Target.InvalidState"
    And the description of the health of target "blue-1" is "<description>"

    Examples:
      | state      | description                       |
      | stopped    | Target is in the stopped state    |
      | terminated | Target is in the terminated state |
      | stopping   | Target is in an invalid state     |

  @extended @feature:health-check @req:HC-REASON-010
  Scenario: an instance that is stopped gets no requests until it runs again
    Given a load balancer
    And a target group "blue" with 2 targets and the settings:
      | TargetType | instance |
    And the listener forwards to "blue"
    When the state of instance "blue-1" becomes "stopped"
    And a client requests "/" 4 times
    Then target "blue-1" receives nothing
    When the state of instance "blue-1" becomes "running"
    And target "blue-1" becomes "healthy"
    And a client requests "/" 4 times
    Then target "blue-1" receives 2 requests

  @extended @feature:crud-tg @req:TG-TYPE-008
  Scenario: requests for an instance go to its primary private address
    Given a load balancer
    And 2 instances with a web server
    And a target group "blue" with 0 targets and the settings:
      | TargetType | instance |
    And the listener forwards to "blue"
    When a user calls "RegisterTargets" with:
      | TargetGroupArn | <blue-arn>   |
      | Targets[1].Id  | <instance-2> |
    And target "instance-2" of "blue" becomes "healthy"
    And a client requests "/" 2 times
    Then target "instance-2" receives 2 requests
    And target "instance-1" receives nothing

  @core @feature:crud-tg @req:TG-INST-002
  Scenario: an instance that does not run cannot be registered
    Given a target group "blue" with 0 targets and the settings:
      | TargetType | instance |
    And 1 instance with a web server
    When the state of instance "instance-1" becomes "stopped"
    And a user calls "RegisterTargets" with:
      | TargetGroupArn | <blue-arn>   |
      | Targets[1].Id  | <instance-1> |
    Then the call is refused with "InvalidTarget" and a message that names "<instance-1>"

  @core @feature:crud-tg @req:TG-INST-001
  Scenario: an instance of another VPC, or of none, cannot be registered
    Given a target group "blue" with 0 targets and the settings:
      | TargetType | instance |
    When a user calls "RegisterTargets" with:
      | TargetGroupArn | <blue-arn> |
      | Targets[1].Id  | i-none     |
    Then the call is refused with "InvalidTarget" and a message that names "i-none"
