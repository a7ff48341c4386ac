@guide:target-groups/target-type @feature:crud-tg @core
Feature: Target type and IP address type
  Targets are instances, private IP addresses, or a Lambda function; the addresses of a group are of one IP version.

  @req:TG-TYPE-001 @req:TG-IPTYPE-001
  Scenario Outline: the <member> of a target group: <value>
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 80          |
      | VpcId    | <vpc>       |
      | <member> | <value>     |
    Then the call <outcome>

    Examples:
      | member        | value     | outcome    |
      | TargetType    | instance  | succeeds   |
      | TargetType    | ip        | succeeds   |
      | TargetType    | host      | is refused |
      | IpAddressType | ipv4      | succeeds   |
      | IpAddressType | dualstack | is refused |

  @req:TG-TYPE-001 @req:TG-IPTYPE-001
  Scenario: the defaults are instances and IPv4
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 80          |
      | VpcId    | <vpc>       |
    Then the answer has:
      | TargetGroups[1].TargetType    | instance |
      | TargetGroups[1].IpAddressType | ipv4     |

  @req:TG-TYPE-002 @req:TG-IPTYPE-002
  Scenario Outline: <address> is refused: <why>
    Given a target group "blue" with 0 targets
    When a user calls "RegisterTargets" with:
      | TargetGroupArn              | <blue-arn> |
      | Targets[1].Id               | <address>  |
      | Targets[1].Port             | 80         |
      | Targets[1].AvailabilityZone | all        |
    Then the call is refused

    Examples:
      | address     | why                     |
      | 8.8.8.8     | it is publicly routable |
      | 172.32.0.1  | it is publicly routable |
      | 100.128.0.1 | it is publicly routable |
      | 2001:db8::7 | the group is of IPv4    |
      | 10.0.0.256  | it is no address        |

  @req:TG-REG-005
  Scenario Outline: the private address <address> can be registered
    Given a target group "blue" with 0 targets
    When a user calls "RegisterTargets" with:
      | TargetGroupArn              | <blue-arn> |
      | Targets[1].Id               | <address>  |
      | Targets[1].Port             | 80         |
      | Targets[1].AvailabilityZone | all        |
    Then the call succeeds

    Examples:
      | address       |
      | 10.0.0.7      |
      | 10.255.255.7  |
      | 100.64.0.7    |
      | 100.127.255.7 |
      | 172.16.0.7    |
      | 172.31.255.7  |
      | 192.168.0.7   |
      | 192.168.255.7 |

  @req:TG-TYPE-003
  Scenario: one address is registered with several ports
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a user calls "RegisterTargets" with:
      | TargetGroupArn  | <blue-arn>          |
      | Targets[1].Id   | <blue-1-ip>         |
      | Targets[1].Port | <blue-1-other-port> |
    And a user calls "DescribeTargetHealth" with:
      | TargetGroupArn | <blue-arn> |
    Then the answer has:
      | TargetHealthDescriptions[count]                                     | 2           |
      | TargetHealthDescriptions[Target.Port=<blue-1-port>].Target.Id       | <blue-1-ip> |
      | TargetHealthDescriptions[Target.Port=<blue-1-other-port>].Target.Id | <blue-1-ip> |

  @req:TG-TYPE-003 @time:settable
  Scenario: each port of an address gets its share of the requests
    Given a load balancer
    And a target group "blue" with 1 target
    And the listener forwards to "blue"
    When a user calls "RegisterTargets" with:
      | TargetGroupArn  | <blue-arn>          |
      | Targets[1].Id   | <blue-1-ip>         |
      | Targets[1].Port | <blue-1-other-port> |
    And target "blue-1" has received 3 more health checks
    And a client requests "/" 6 times
    Then target "blue-1" receives 3 requests at port "<blue-1-port>"
    And target "blue-1" receives 3 requests at port "<blue-1-other-port>"

  @req:TG-TYPE-004
  Scenario: the target type of a target group stays
    Given a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 80          |
      | VpcId    | <vpc>       |
    When a user calls "CreateTargetGroup" with:
      | Name       | tg-<unique> |
      | Protocol   | HTTP        |
      | Port       | 80          |
      | VpcId      | <vpc>       |
      | TargetType | ip          |
    Then the call is refused with "DuplicateTargetGroupName"
    When a user calls "DescribeTargetGroups" with:
      | Names[1] | tg-<unique> |
    Then the answer has:
      | TargetGroups[1].TargetType | instance |

  @req:TG-TYPE-007
  Scenario: an address of the VPC is registered without an Availability Zone
    Given a target group "blue" with 1 target
    When a user calls "RegisterTargets" with:
      | TargetGroupArn  | <blue-arn>          |
      | Targets[1].Id   | <blue-1-ip>         |
      | Targets[1].Port | <blue-1-other-port> |
    Then the call succeeds
