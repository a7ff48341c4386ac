@guide:load-balancers/zonal-shift @feature:zonal-shift
Feature: Zonal shift
  Traffic is shifted away from one zone for a while.

  Background:
    Given a load balancer
    And a target group "blue" with 1 target in zone a and 1 in zone b and the settings:
      | load_balancing.cross_zone.enabled | false |
    And the listener forwards to "blue"

  @extended @needs:zones @needs:dns @needs:zonal-shift @time:virtual @req:LB-SHIFT-001 @req:LB-SHIFT-007
  Scenario: traffic goes to the other zone until the shift expires
    When traffic is shifted away from zone a for "2m"
    Then the name "<load-balancer-dns>" leads to zone b
    When a client that looks up the name "<load-balancer-dns>" requests "/" 4 times
    Then target "blue-2" receives 4 requests
    And target "blue-1" receives nothing
    When 120 s pass
    Then the zonal shift is "EXPIRED"
    And the name "<load-balancer-dns>" leads to the zones a and b

  @extended @needs:zones @needs:dns @needs:zonal-shift @req:LB-SHIFT-001 @req:LB-SHIFT-005 @req:LB-SHIFT-014
  Scenario: traffic comes back when the shift is cancelled
    When traffic is shifted away from zone b for "3h"
    Then the zonal shift is "ACTIVE"
    And the name "<load-balancer-dns>" leads to zone a
    When the zonal shift is cancelled
    Then the zonal shift is "CANCELED"
    And the name "<load-balancer-dns>" leads to the zones a and b

  @extended @needs:zones @needs:zonal-shift @req:LB-SHIFT-004
  Scenario: a request in progress is completed
    Given target "blue-1" holds its answers
    When a client requests "/" in zone a in the background
    And target "blue-1" has received 1 request
    And traffic is shifted away from zone a for "1m"
    And target "blue-1" releases its answers
    Then the response comes from "blue-1"

  @extended @needs:zones @needs:zonal-shift @req:LB-SHIFT-017
  Scenario: a client that still has the address of the zone is served
    Given traffic is shifted away from zone a for "1m"
    When a client requests "/" in zone a
    Then the response comes from "blue-1"

  @extended @needs:zonal-shift @req:LB-SHIFT-006
  Scenario: one zone at a time
    Given traffic is shifted away from zone a for "1m"
    When a user calls "StartZonalShift" with:
      | resourceIdentifier | <load-balancer-arn> |
      | awayFrom           | <zone-b-id>         |
      | expiresIn          | 1m                  |
      | comment            | another             |
    Then the call is refused with "ConflictException"

  @extended @needs:zonal-shift @req:LB-SHIFT-003 @req:LB-SHIFT-011
  Scenario Outline: a zonal shift for "<length>"
    When a user calls "StartZonalShift" with:
      | resourceIdentifier | <load-balancer-arn> |
      | awayFrom           | <zone-a-id>         |
      | expiresIn          | <length>            |
      | comment            | so long             |
    Then the call <outcome>

    Examples:
      | length | outcome                                |
      | 1m     | succeeds                               |
      | 72h    | succeeds                               |
      | 4320m  | succeeds                               |
      | 0m     | is refused with "ValidationException"  |
      | 73h    | is refused with "ValidationException"  |
      | 4321m  | is refused with "ValidationException"  |
      | 1d     | is refused with "ValidationException"  |

  @extended @needs:zonal-shift @req:LB-SHIFT-011
  Scenario: a zonal shift without an end
    When a user calls "StartZonalShift" with:
      | resourceIdentifier | <load-balancer-arn> |
      | awayFrom           | <zone-a-id>         |
      | comment            | for good            |
    Then the call is refused with "ValidationException" and a message that names "expiresIn"

  @extended @needs:zonal-shift @req:LB-SHIFT-015
  Scenario Outline: a zonal shift away from <zone>
    When a user calls "StartZonalShift" with:
      | resourceIdentifier | <load-balancer-arn> |
      | awayFrom           | <zone>              |
      | expiresIn          | 1m                  |
      | comment            | elsewhere           |
    Then the call is refused with "ValidationException"

    Examples:
      | zone        |
      | <zone-c-id> |
      | nowhere-az1 |

  @extended @needs:zonal-shift @req:LB-SHIFT-002
  Scenario: while cross-zone load balancing is on
    Given the target group attribute "load_balancing.cross_zone.enabled" of "blue" is set to "true"
    When a user calls "StartZonalShift" with:
      | resourceIdentifier | <load-balancer-arn> |
      | awayFrom           | <zone-a-id>         |
      | expiresIn          | 1m                  |
      | comment            | too early           |
    Then the call is refused

  @extended @needs:zonal-shift @time:virtual @req:LB-SHIFT-012 @req:LB-SHIFT-013
  Scenario: comment and expiration are changed
    Given traffic is shifted away from zone a for "1m"
    When a user calls "UpdateZonalShift" with:
      | zonalShiftId | <zonal-shift-id> |
      | comment      | it takes longer  |
      | expiresIn    | 3m               |
    Then the answer has:
      | comment | it takes longer |
    When 120 s pass
    Then the zonal shift is "ACTIVE"
    When 60 s pass
    Then the zonal shift is "EXPIRED"

  @extended @needs:zonal-shift @req:LB-SHIFT-014
  Scenario: a shift that has ended cannot be cancelled
    Given traffic is shifted away from zone a for "1m"
    And the zonal shift is cancelled
    When a user calls "CancelZonalShift" with:
      | zonalShiftId | <zonal-shift-id> |
    Then the call is refused with "ConflictException"
