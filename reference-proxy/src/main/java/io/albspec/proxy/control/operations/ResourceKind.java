package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of resource that have an ARN. */
enum ResourceKind {
  BALANCER("loadbalancer", "app/[^/]+/ID", "load balancer", "LoadBalancerNotFound"),
  TARGET_GROUP("targetgroup", "[^/]+/ID", "target group", "TargetGroupNotFound"),
  LISTENER("listener", "app/[^/]+/ID/ID", "listener", "ListenerNotFound"),
  RULE("listener-rule", "app/[^/]+/ID/ID/ID", "listener rule", "RuleNotFound"),
  TRUST_STORE("truststore", "[^/]+/ID", "trust store", "TrustStoreNotFound");

  private final String type;
  private final Pattern form;
  private final String noun;
  private final String notFound;

  ResourceKind(String type, String path, String noun, String notFound) {
    this.type = type;
    this.noun = noun;
    this.notFound = notFound;
    this.form =
        Pattern.compile(
            "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:"
                + type
                + "/"
                + path.replace("ID", "[0-9a-f]{16}"));
  }

  /** The kind of resource that has this ARN. */
  static Optional<ResourceKind> of(String arn) {
    return Arrays.stream(values()).filter(kind -> kind.form.matcher(arn).matches()).findFirst();
  }

  /** Refuses what is not the ARN of this kind of resource. */
  String check(String arn) throws ApiException {
    if (!form.matcher(arn).matches()) {
      throw ApiException.validation("'%s' is not a valid %s ARN".formatted(arn, noun));
    }
    return arn;
  }

  /** There is no such resource. */
  ApiException notFound() {
    String plural = this == RULE ? "rules" : noun + "s";
    return new ApiException(notFound, "One or more %s not found".formatted(plural));
  }

  /** The ARN of the resource of this kind in which the one of that ARN lies. */
  String containing(String arn) {
    String[] parts = arn.split("/", -1);
    int keep = this == LISTENER ? 5 : 4;
    String head = parts[0].substring(0, parts[0].lastIndexOf(':') + 1) + type;
    return head
        + "/"
        + String.join("/", Arrays.copyOfRange(parts, 1, Math.min(keep, parts.length)));
  }
}
