@guide:load-balancers/tags @feature:tags @core
Feature: Tags for your Application Load Balancer
  A load balancer takes up to 50 tags, each with a key of its own and a value.

  Background:
    Given a load balancer

  @req:LB-TAG-001 @req:LB-TAG-007
  Scenario: several tags, whose keys and values keep their case
    When a user calls "AddTags" with:
      | ResourceArns[1] | <load-balancer-arn> |
      | Tags[1].Key     | purpose             |
      | Tags[1].Value   | Shop                |
      | Tags[2].Key     | Purpose             |
      | Tags[2].Value   | shop                |
    Then the call succeeds
    And the load balancer has the tags:
      | purpose | Shop |
      | Purpose | shop |

  @req:LB-TAG-002
  Scenario: a tag with the key of another updates its value
    Given the load balancer is tagged with:
      | purpose | shop |
      | owner   | ann  |
    When a user calls "AddTags" with:
      | ResourceArns[1] | <load-balancer-arn> |
      | Tags[1].Key     | purpose             |
      | Tags[1].Value   | blog                |
    Then the load balancer has the tags:
      | purpose | blog |
      | owner   | ann  |

  @req:LB-TAG-003
  Scenario: a tag is removed by its key
    Given the load balancer is tagged with:
      | purpose | shop |
      | owner   | ann  |
    When a user calls "RemoveTags" with:
      | ResourceArns[1] | <load-balancer-arn> |
      | TagKeys[1]      | purpose             |
    Then the load balancer has the tags:
      | owner | ann |

  @req:LB-TAG-004
  Scenario Outline: <number> tags
    When a user calls "AddTags" with:
      | ResourceArns[1]         | <load-balancer-arn> |
      | Tags[1..<number>].Key   | key-<n>             |
      | Tags[1..<number>].Value | value               |
    Then the call <outcome>

    Examples:
      | number | outcome                       |
      | 50     | succeeds                      |
      | 51     | is refused with "TooManyTags" |

  @req:LB-TAG-004
  Scenario: the limit counts the tags that are there
    Given a user calls "AddTags" with:
      | ResourceArns[1] | <load-balancer-arn> |
      | Tags[1..50].Key | key-<n>             |
    When a user calls "AddTags" with:
      | ResourceArns[1] | <load-balancer-arn> |
      | Tags[1].Key     | one-more            |
    Then the call is refused with "TooManyTags"

  @req:LB-TAG-005 @req:LB-TAG-006 @req:LB-TAG-008 @req:LB-TAG-009
  Scenario Outline: a tag with <what>
    When a user calls "AddTags" with:
      | ResourceArns[1] | <load-balancer-arn> |
      | Tags[1].Key     | <key>               |
      | Tags[1].Value   | <value>             |
    Then the call <outcome>

    Examples:
      | what                      | key              | value            | outcome    |
      | a key of 127 characters   | <127 characters> | x                | succeeds   |
      | a key of 129 characters   | <129 characters> | x                | is refused |
      | a value of 255 characters | x                | <255 characters> | succeeds   |
      | a value of 257 characters | x                | <257 characters> | is refused |
      | every special character   | + - = . _ : / @  | + - = . _ : / @  | succeeds   |
      | letters beyond ASCII      | größe 1          | 大きい              | succeeds   |
      | a comma in its key        | a,b              | x                | is refused |
      | an exclamation mark       | x                | now!             | is refused |
      | a reserved prefix         | aws:purpose      | x                | is refused |

  @req:LB-TAG-011
  Scenario: the same key twice in one call is refused
    When a user calls "AddTags" with:
      | ResourceArns[1] | <load-balancer-arn> |
      | Tags[1..2].Key  | purpose             |
    Then the call is refused

  @req:LB-TAG-012
  Scenario: a load balancer is created with tags
    When a user calls "CreateLoadBalancer" with:
      | Name          | lb-<unique>            |
      | Subnets       | <subnet-a>, <subnet-b> |
      | Tags[1].Key   | purpose                |
      | Tags[1].Value | shop                   |
    Then the load balancer has the tags:
      | purpose | shop |
