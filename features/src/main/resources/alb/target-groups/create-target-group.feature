@guide:target-groups/create-target-group @feature:crud-tg @core
Feature: Create a target group
  A target group has a name that is unique in its account and Region.

  @req:TG-CREATE-002 @req:TG-CREATE-003 @req:TG-CREATE-004
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

  @req:TG-CREATE-001
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
