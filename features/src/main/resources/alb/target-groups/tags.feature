@guide:target-groups/tags @feature:tags @core
Feature: Tags for your target group
  Target groups take tags as load balancers do.

  Background:
    Given a target group "blue" with 0 targets

  @req:TG-TAG-001 @req:TG-TAG-002
  Scenario Outline: a <kind> takes tags; one with the key of another updates its value
    Given the <kind> is tagged with:
      | purpose | shop |
      | owner   | ann  |
    When a user calls "AddTags" with:
      | ResourceArns[1] | <arn>   |
      | Tags[1].Key     | purpose |
      | Tags[1].Value   | blog    |
    Then the <kind> has the tags:
      | purpose | blog |
      | owner   | ann  |

    Examples:
      | kind         | arn        |
      | target group | <blue-arn> |

  @req:TG-TAG-003
  Scenario Outline: a tag of a <kind> is removed by its key
    Given the <kind> is tagged with:
      | purpose | shop |
      | owner   | ann  |
    When a user calls "RemoveTags" with:
      | ResourceArns[1] | <arn>   |
      | TagKeys[1]      | purpose |
    Then the <kind> has the tags:
      | owner | ann |

    Examples:
      | kind         | arn        |
      | target group | <blue-arn> |

  @req:TG-TAG-004
  Scenario Outline: a <kind> takes no more than 50 tags
    When a user calls "AddTags" with:
      | ResourceArns[1] | <arn>   |
      | Tags[1..51].Key | key-<n> |
    Then the call is refused with "TooManyTags"

    Examples:
      | kind         | arn        |
      | target group | <blue-arn> |

  @req:TG-TAG-005 @req:TG-TAG-006
  Scenario Outline: a tag with <what>
    When a user calls "AddTags" with:
      | ResourceArns[1] | <blue-arn> |
      | Tags[1].Key     | <key>      |
      | Tags[1].Value   | <value>    |
    Then the call <outcome>

    Examples:
      | what                      | key              | value            | outcome    |
      | a key of 127 characters   | <127 characters> | x                | succeeds   |
      | a key of 129 characters   | <129 characters> | x                | is refused |
      | a value of 255 characters | x                | <255 characters> | succeeds   |
      | a value of 257 characters | x                | <257 characters> | is refused |
      | a semicolon in its key    | a;b              | x                | is refused |
      | a reserved prefix         | aws:purpose      | x                | is refused |
