@guide:listeners/path-conditions @feature:rules-path
Feature: Path conditions
  A path pattern is compared with the path of a request, and with nothing else. It is case-sensitive; * stands for any
  number of characters, ? for exactly one.

  @core @req:LS-PATH-002 @req:LS-ADDRULE-007 @req:LS-PATH-005 @req:LS-PATH-006 @req:LS-PATH-009
  Scenario Outline: <pattern> and <path>: <answered by>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the path "<pattern>" to "blue"
    When a client requests "<path>"
    Then the response comes from "<answered by>"

    Examples: the whole path, in its case
      | pattern       | path          | answered by |
      | /img          | /img          | blue        |
      | /img          | /img/         | green       |
      | /img          | /image        | green       |
      | /img          | /static/img   | green       |
      | /img/logo.png | /img/logo.png | blue        |
      | /img/logo.png | /IMG/logo.png | green       |
      | /img/logo.png | /img/logo.PNG | green       |
      | /img/logo.png | /img/logoXpng | green       |

    Examples: any number of characters
      | pattern     | path                   | answered by |
      | /img/*      | /img/logo.png          | blue        |
      | /img/*      | /img/2024/05/logo.png  | blue        |
      | /img/*      | /img/                  | blue        |
      | /img/*      | /img                   | green       |
      | /img/*      | /static/img/logo.png   | green       |
      | /img/*/pics | /img/summer/pics       | blue        |
      | /img/*/pics | /img/a/b/c/pics        | blue        |
      | /img/*/pics | /img/pics              | green       |
      | /img/*/pics | /img/summer/pics/1.png | green       |
      | *.php       | /shop/cart.php         | blue        |
      | *.php       | /shop/cart.php7        | green       |
      | /a*b*c      | /abc                   | blue        |
      | /a*b*c      | /axxbyybzzc            | blue        |
      | /a*b*c      | /acb                   | green       |

    Examples: exactly one character
      | pattern     | path        | answered by |
      | /img/?.png  | /img/1.png  | blue        |
      | /img/?.png  | /img/.png   | green       |
      | /img/?.png  | /img/10.png | green       |
      | /img/??.png | /img/10.png | blue        |
      | /v?/*       | /v2/users   | blue        |

  @core @req:LS-PATH-001
  Scenario Outline: query parameters are not part of the path: <pattern> and <path>
    Given a load balancer
    And a target group "blue" with 1 target
    And a target group "green" with 1 target
    And the listener forwards to "green"
    And a rule with priority 10 that forwards the path "<pattern>" to "blue"
    When a client requests "<path>"
    Then the response comes from "<answered by>"

    Examples:
      | pattern | path                | answered by |
      | /find   | /find?size=large    | blue        |
      | /find   | /find?              | blue        |
      | *large* | /find?size=large    | green       |
      | /img/*  | /find?next=/img/abc | green       |
      | *.png   | /find.png?size=1    | blue        |

  @core @req:LS-PATH-007
  Scenario: the path that matched is forwarded as it was sent
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a client requests "/img/picture.jpg?size=%20large&x=/img"
    Then target "blue-1" receives the request line "GET /img/picture.jpg?size=%20large&x=/img HTTP/1.1"

  @extended @req:LS-PATH-010
  Scenario: dot segments are resolved before the rules are evaluated
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/img/*" to "blue"
    When a client requests "/css/../img/logo.png"
    Then the response comes from "blue"

  @core @req:LS-PATH-004 @req:LS-ADDRULE-008
  Scenario: every allowed character can stand in a pattern and is compared as itself
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/Az09_-.$~'@:+&/x" to "blue"
    When a client requests "/Az09_-.$~'@:+&/x"
    Then the response comes from "blue"

  @core @req:LS-PATH-003 @req:LS-PATH-008 @req:LS-ADDRULE-006
  Scenario Outline: a path pattern <what> is refused
    Given a load balancer
    When a user calls "CreateRule" with:
      | ListenerArn                               | <listener-arn> |
      | Priority                                  | 10             |
      | Conditions[1].Field                       | path-pattern   |
      | Conditions[1].PathPatternConfig.Values[1] | <pattern>      |
      | Actions[1].Type                           | fixed-response |
      | Actions[1].FixedResponseConfig.StatusCode | 200            |
    Then the call is refused with "ValidationError"

    Examples:
      | what                    | pattern           |
      | of 129 characters       | /<128 characters> |
      | with a space            | /img/my logo.png  |
      | with a number sign      | /img/#top         |
      | with a letter not ASCII | /bücher           |

  @core @req:LS-PATH-003
  Scenario: a path pattern of 128 characters is accepted and matches
    Given a load balancer
    And a target group "blue" with 1 target
    And a rule with priority 10 that forwards the path "/<127 characters>" to "blue"
    When a client requests "/<127 characters>"
    Then the response comes from "blue"
