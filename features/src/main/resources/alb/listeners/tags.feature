@guide:listeners/tags @feature:tags @core
Feature: Tags for your listeners and rules
  Listeners and rules take tags as load balancers do.

  Background:
    Given a load balancer
    And a target group "blue" with 0 targets
    And a rule with priority 10 that forwards the path "/img/*" to "blue"

  @req:LS-TAG-001 @req:LS-TAG-002
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
      | kind     | arn            |
      | listener | <listener-arn> |
      | rule     | <rule-10-arn>  |

  @req:LS-TAG-003
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
      | kind     | arn            |
      | listener | <listener-arn> |
      | rule     | <rule-10-arn>  |

  @req:LS-TAG-004
  Scenario Outline: a <kind> takes no more than 50 tags
    When a user calls "AddTags" with:
      | ResourceArns[1] | <arn>   |
      | Tags[1..51].Key | key-<n> |
    Then the call is refused with "TooManyTags"

    Examples:
      | kind     | arn            |
      | listener | <listener-arn> |
      | rule     | <rule-10-arn>  |
