package io.albspec.reports;

import io.albspec.features.Catalogue;
import io.albspec.features.FeatureFile;
import io.albspec.features.Requirement;
import io.albspec.features.Requirement.Observable;
import io.albspec.features.Requirement.Plane;
import io.albspec.features.Requirement.Tier;
import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Seven requirements, and one feature file that shows five of them. */
final class SmallSpecification {

  static final String PATH = "alb/load-balancers/host-header-preservation.feature";

  static final String FEATURE =
      """
      @guide:load-balancers/host-header-preservation @feature:host-header
      Feature: Host header preservation

        Background:
          Given a load balancer

        @core @req:LB-HOST-001
        Scenario: the header is kept
          Given a target group
          When a client sends a request
          * it waits
          Then the target sees the header
          And the response is 200

        @core @req:LB-HOST-002 @req:LB-HOST-003
        Scenario Outline: port <port>
          When a client connects to <port>
          Then the header has <port>

          Examples:
            | port |
            | 80   |
            | 8080 |

        @extended @req:LB-HOST-004
        Scenario: upper case
          When a client sends a request
          Then the target sees the header

        @extended @req:LB-HOST-005 @statistical
        Scenario: often
          When a client sends a request
          Then the target sees the header
      """;

  private SmallSpecification() {}

  static Specification load() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                requirement(1, Tier.CORE, Plane.DATA, "host-header"),
                requirement(2, Tier.CORE, Plane.DATA, "host-header"),
                requirement(3, Tier.CORE, Plane.DATA, "xff"),
                requirement(4, Tier.EXTENDED, Plane.DATA, "host-header"),
                requirement(5, Tier.EXTENDED, Plane.CONTROL, "host-header"),
                requirement(6, Tier.EXTENDED, Plane.CONSOLE, "host-header"),
                requirement(7, Tier.CORE, Plane.AWS_ONLY, "pricing")));
    return new Specification("1.0", catalogue, List.of(FeatureFile.parse(PATH, FEATURE)));
  }

  private static Requirement requirement(int number, Tier tier, Plane plane, String feature) {
    return new Requirement(
        "LB-HOST-00" + number,
        979 + number,
        "load-balancers",
        "Host header preservation",
        "Statement %d must hold".formatted(number),
        plane,
        Observable.HTTP,
        tier,
        feature,
        number == 7 ? "Only AWS has prices" : "");
  }

  /** A recording of the feature, with nothing played as yet. */
  static Recording recording() {
    return new Recording().feature(PATH, FEATURE);
  }

  /** What a recording says. */
  static Assessment assess(Recording recording, Path folder) throws IOException {
    return assess(recording, folder, "");
  }

  /** What a recording with a filter says. */
  static Assessment assess(Recording recording, Path folder, String filter) throws IOException {
    recording.writeTo(folder, load().catalogue().sha256(), filter);
    return Assessment.of(Evidence.read(folder), load());
  }
}
