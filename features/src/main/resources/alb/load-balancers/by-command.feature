@guide:load-balancers/by-command @needs:aws-cli
Feature: Changing a load balancer by commands
  Each procedure for the AWS CLI names a command.

  @core @feature:lb-attributes @req:LB-CMD-001 @req:LB-CMD-002 @req:LB-CMD-003 @req:LB-CMD-004 @req:LB-CMD-005 @req:LB-CMD-006
  Scenario Outline: modify-load-balancer-attributes sets <attribute>
    Given a load balancer
    When a user runs:
      """
      aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer-arn> \
      --attributes Key=<attribute>,Value=<value>
      """
    Then the answer has:
      | Attributes[Key=<attribute>].Value | <value> |
    And the load balancer attribute "<attribute>" is "<value>"

    Examples:
      | attribute                                 | value     |
      | idle_timeout.timeout_seconds              | 120       |
      | client_keep_alive.seconds                 | 600       |
      | deletion_protection.enabled               | true      |
      | routing.http.desync_mitigation_mode       | strictest |
      | routing.http.preserve_host_header.enabled | true      |
      | waf.fail_open.enabled                     | true      |

  @core @feature:crud-lb @req:LB-CMD-003
  Scenario: modify-load-balancer-attributes turns deletion protection off again
    Given a load balancer
    And the load balancer attribute "deletion_protection.enabled" is set to "true"
    And a user runs:
      """
      aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer-arn> \
      --attributes Key=deletion_protection.enabled,Value=false
      """
    When a user runs:
      """
      aws elbv2 delete-load-balancer --load-balancer-arn <load-balancer-arn>
      """
    Then the call succeeds

  @core @feature:crud-lb @req:LB-CMD-010
  Scenario: delete-load-balancer is refused under deletion protection
    Given a load balancer
    And the load balancer attribute "deletion_protection.enabled" is set to "true"
    When a user runs:
      """
      aws elbv2 delete-load-balancer --load-balancer-arn <load-balancer-arn>
      """
    Then the call is refused with "OperationNotPermitted"

  @core @feature:crud-lb @req:LB-CMD-007
  Scenario: set-subnets enables another Availability Zone
    Given a load balancer
    When a user runs:
      """
      aws elbv2 set-subnets --load-balancer-arn <load-balancer-arn> \
      --subnets <subnet-a> <subnet-b> <subnet-c>
      """
    Then the answer has:
      | AvailabilityZones[count]                        | 3        |
      | AvailabilityZones[SubnetId=<subnet-c>].ZoneName | <zone-c> |

  @core @feature:ip-address-type @req:LB-CMD-008
  Scenario: set-ip-address-type
    Given a load balancer
    When a user runs:
      """
      aws elbv2 set-ip-address-type --load-balancer-arn <load-balancer-arn> --ip-address-type dualstack
      """
    Then the answer has:
      | IpAddressType | dualstack |
    And the IP address type is "dualstack"

  @core @feature:tags @req:LB-CMD-009
  Scenario: add-tags and remove-tags
    Given a load balancer
    And a user runs:
      """
      aws elbv2 add-tags --resource-arns <load-balancer-arn> --tags Key=purpose,Value=shop Key=owner,Value=ann
      """
    When a user runs:
      """
      aws elbv2 remove-tags --resource-arns <load-balancer-arn> --tag-keys owner
      """
    Then the load balancer has the tags:
      | purpose | shop |
    When a user runs:
      """
      aws elbv2 describe-tags --resource-arns <load-balancer-arn>
      """
    Then the answer has:
      | TagDescriptions[1].ResourceArn             | <load-balancer-arn> |
      | TagDescriptions[1].Tags[Key=purpose].Value | shop                |
