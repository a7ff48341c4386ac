@guide:listeners/by-command @needs:aws-cli
Feature: Changing listeners and rules by commands
  Each procedure for the AWS CLI names a command.

  @core @feature:crud-listener @req:LS-CMD-001 @req:LS-CMD-002
  Scenario: create-listener, create-rule and describe-rules
    Given a load balancer without listeners
    And a user runs:
      """
      aws elbv2 create-listener --load-balancer-arn <load-balancer-arn> --protocol HTTP --port 8080 \
      --default-actions Type=fixed-response,FixedResponseConfig={StatusCode=404}
      """
    And a user runs:
      """
      aws elbv2 create-rule --listener-arn <listener-arn> --priority 10 \
      --conditions Field=host-header,Values=example.com --actions Type=fixed-response,FixedResponseConfig={StatusCode=200}
      """
    When a user runs:
      """
      aws elbv2 describe-rules --listener-arn <listener-arn>
      """
    Then the answer has:
      | Rules[count]                                       | 2             |
      | Rules[1].RuleArn                                   | <rule-10-arn> |
      | Rules[1].Priority                                  | 10            |
      | Rules[1].Conditions[1].HostHeaderConfig.Values[1]  | example.com   |
      | Rules[1].Actions[1].FixedResponseConfig.StatusCode | 200           |
      | Rules[2].Priority                                  | default       |
      | Rules[2].IsDefault                                 | true          |

  @core @feature:crud-rule @req:LS-CMD-003
  Scenario: modify-rule
    Given a load balancer
    And a rule with priority 10 that answers the path "/a" with:
      | StatusCode | 200 |
    When a user runs:
      """
      aws elbv2 modify-rule --rule-arn <rule-10-arn> --conditions Field=path-pattern,Values=/b \
      --actions Type=fixed-response,FixedResponseConfig={StatusCode=503}
      """
    Then the answer has:
      | Rules[1].Conditions[1].Values[1]                   | /b  |
      | Rules[1].Actions[1].FixedResponseConfig.StatusCode | 503 |
    When a client requests "/b"
    Then the response has the status 503

  @core @feature:crud-rule @req:LS-CMD-004
  Scenario: set-rule-priorities lets two rules change places
    Given a load balancer
    And a rule with priority 10 that answers the path "/a" with:
      | StatusCode | 200 |
    And a rule with priority 20 that answers the path "/*" with:
      | StatusCode | 503 |
    When a user runs:
      """
      aws elbv2 set-rule-priorities \
      --rule-priorities RuleArn=<rule-10-arn>,Priority=20 RuleArn=<rule-20-arn>,Priority=10
      """
    Then the call succeeds
    When a client requests "/a"
    Then the response has the status 503

  @core @feature:crud-rule @req:LS-CMD-005
  Scenario: delete-rule
    Given a load balancer
    And a rule with priority 10 that answers the path "/a" with:
      | StatusCode | 200 |
    When a user runs:
      """
      aws elbv2 delete-rule --rule-arn <rule-10-arn>
      """
    When a user runs:
      """
      aws elbv2 describe-rules --rule-arns <rule-10-arn>
      """
    Then the call is refused with "RuleNotFound"

  @core @feature:tags @req:LS-CMD-006 @req:LS-CMD-007
  Scenario Outline: add-tags and remove-tags of a <kind>
    Given a load balancer
    And a rule with priority 10 that answers the path "/a" with:
      | StatusCode | 200 |
    And a user runs:
      """
      aws elbv2 add-tags --resource-arns <arn> --tags Key=purpose,Value=shop Key=owner,Value=ann
      """
    When a user runs:
      """
      aws elbv2 remove-tags --resource-arns <arn> --tag-keys purpose
      """
    Then the <kind> has the tags:
      | owner | ann |

    Examples:
      | kind     | arn            |
      | listener | <listener-arn> |
      | rule     | <rule-10-arn>  |

  @core @feature:crud-listener @req:LS-CMD-008
  Scenario: delete-listener
    Given a load balancer with a listener on port 8080
    When a user runs:
      """
      aws elbv2 delete-listener --listener-arn <listener-arn>
      """
    Then the call succeeds
    And no client can connect to port 8080
