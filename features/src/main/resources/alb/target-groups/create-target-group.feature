@guide:target-groups/create-target-group @feature:crud-tg
Feature: Create a target group
  A target group has a name that is unique in its account and Region.

  @core @req:TG-CREATE-002 @req:TG-CREATE-003 @req:TG-CREATE-004
  Scenario Outline: the name <name>
    When a user calls "CreateTargetGroup" with:
      | Name     | <name> |
      | Protocol | HTTP   |
      | Port     | 80     |
      | VpcId    | <vpc>  |
    Then the call <outcome>

    Examples:
      | name                    | outcome                           |
      | <unique><24 characters> | succeeds                          |
      | A-<unique>-9            | succeeds                          |
      | <unique><25 characters> | is refused with "ValidationError" |
      | my_<unique>             | is refused with "ValidationError" |
      | my.<unique>             | is refused with "ValidationError" |
      | my <unique>             | is refused with "ValidationError" |
      | -<unique>               | is refused with "ValidationError" |
      | <unique>-               | is refused with "ValidationError" |

  @core @req:TG-CREATE-001
  Scenario: a name cannot be used twice
    Given a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 80          |
      | VpcId    | <vpc>       |
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 8080        |
      | VpcId    | <vpc>       |
    Then the call is refused with "DuplicateTargetGroupName"

  @extended @req:TG-CREATE-005
  Scenario: the same target group created again is the one that is there
    When a user calls "CreateTargetGroup" 2 times with:
      | Name     | tg-<unique> |
      | Protocol | HTTP        |
      | Port     | 80          |
      | VpcId    | <vpc>       |
    Then the call succeeds
    When a user calls "DescribeTargetGroups" with:
      | Names[1] | tg-<unique> |
    Then the answer has:
      | TargetGroups[count]            | 1                  |
      | TargetGroups[1].TargetGroupArn | <target-group-arn> |

  @core @req:TG-CREATE-006
  Scenario Outline: a target group without <member> is refused
    When a user calls "CreateTargetGroup" with:
      | Name     | tg-<unique>    |
      | <first>  | <first value>  |
      | <second> | <second value> |
    Then the call is refused with "ValidationError"

    Examples:
      | member   | first    | first value | second | second value |
      | Protocol | Port     | 80          | VpcId  | <vpc>        |
      | Port     | Protocol | HTTP        | VpcId  | <vpc>        |
      | VpcId    | Protocol | HTTP        | Port   | 80           |
