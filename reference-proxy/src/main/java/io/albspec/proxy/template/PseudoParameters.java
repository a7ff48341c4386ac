package io.albspec.proxy.template;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.List;
import java.util.Optional;

/** The names that every template can refer to, such as {@code AWS::Region}. */
final class PseudoParameters {

  private final Cloud cloud;
  private final String stack;

  PseudoParameters(Cloud cloud, String stack) {
    this.cloud = cloud;
    this.stack = stack;
  }

  /** What one stands for, empty if there is none of that name. */
  Optional<Value> value(String name, Place place) {
    return switch (name) {
      case "AWS::AccountId" -> text(cloud.account(), place);
      case "AWS::NoValue" -> Optional.of(new Value.Absent(place));
      case "AWS::NotificationARNs" -> Optional.of(new Value.Items(List.of(), place));
      case "AWS::Partition" -> text("aws", place);
      case "AWS::Region" -> text(cloud.region(), place);
      case "AWS::StackId" -> text(id(), place);
      case "AWS::StackName" -> text(stack, place);
      case "AWS::URLSuffix" -> text("amazonaws.com", place);
      default -> Optional.empty();
    };
  }

  private String id() {
    return "arn:aws:cloudformation:%s:%s:stack/%s/1"
        .formatted(cloud.region(), cloud.account(), stack);
  }

  private static Optional<Value> text(String text, Place place) {
    return Optional.of(new Value.Text(text, place));
  }
}
