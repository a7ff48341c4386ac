package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.rules.Ports;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** The health check settings of a target group (guide, "Health check settings"). */
final class HealthCheck {

  static final String TRAFFIC_PORT = "traffic-port";

  /** The protocol version of target groups whose health checks are calls of a method. */
  static final String GRPC = "GRPC";

  private static final Pattern METHOD = Pattern.compile("/[!-.0->@-~]+/[!-.0->@-~]+");
  private static final Matcher HTTP_SUCCESS = Matcher.builder().httpCode("200").build();
  private static final Matcher GRPC_SUCCESS = Matcher.builder().grpcCode("12").build();

  private HealthCheck() {}

  /**
   * The default settings of target groups with instances or addresses.
   *
   * @param version the protocol version of the group
   */
  static TargetGroup.Builder defaults(TargetGroup.Builder group, String version) {
    boolean grpc = version.equals(GRPC);
    return group
        .healthCheckEnabled(true)
        .healthCheckProtocol(ProtocolEnum.HTTP)
        .healthCheckPort(TRAFFIC_PORT)
        .healthCheckPath(grpc ? "/AWS.ALB/healthcheck" : "/")
        .healthCheckIntervalSeconds(30)
        .healthCheckTimeoutSeconds(5)
        .healthyThresholdCount(5)
        .unhealthyThresholdCount(2)
        .matcher(grpc ? GRPC_SUCCESS : HTTP_SUCCESS);
  }

  /** Refuses settings that cannot be. */
  static void check(TargetGroup group) throws ApiException {
    protocol(group.healthCheckProtocol());
    port(group.healthCheckPort());
    if (GRPC.equals(group.protocolVersion())) {
      method(group.healthCheckPath());
      grpcMatcher(group.matcher());
    } else {
      path(group.healthCheckPath());
      matcher(group.matcher());
    }
    if (group.healthCheckTimeoutSeconds() >= group.healthCheckIntervalSeconds()) {
      throw ApiException.validation("Health check interval must be greater than the timeout.");
    }
    if (!group.healthCheckEnabled() && group.targetType() != TargetTypeEnum.LAMBDA) {
      throw ApiException.configuration(
          "Health checks cannot be disabled for target groups with target type '%s'"
              .formatted(group.targetType()));
    }
  }

  private static void protocol(ProtocolEnum protocol) throws ApiException {
    if (protocol != ProtocolEnum.HTTP && protocol != ProtocolEnum.HTTPS) {
      throw ApiException.validation(
          "Health check protocol '%s' must be one of 'HTTP, HTTPS'".formatted(protocol));
    }
  }

  private static void port(String port) throws ApiException {
    if (!port.equals(TRAFFIC_PORT) && !Ports.isPort(port)) {
      throw ApiException.validation(
          "Health check port '%s' must be 'traffic-port' or a number from 1 to 65535"
              .formatted(port));
    }
  }

  private static void path(String path) throws ApiException {
    if (!path.startsWith("/")
        || path.chars().anyMatch(character -> character <= 0x20 || character >= 0x7F)) {
      throw ApiException.validation(
          "Health check path '%s' must begin with '/' and contain visible ASCII characters only"
              .formatted(path));
    }
  }

  private static void method(String path) throws ApiException {
    if (!METHOD.matcher(path).matches()) {
      throw ApiException.validation(
          "Health check path '%s' must have the form '/package.service/method' with the protocol version GRPC"
              .formatted(path));
    }
  }

  private static void grpcMatcher(Matcher matcher) throws ApiException {
    if (matcher.httpCode() != null) {
      throw ApiException.configuration(
          "An 'HttpCode' cannot be specified with the protocol version GRPC");
    }
    if (matcher.grpcCode() == null || !SuccessCodes.areGrpc(matcher.grpcCode())) {
      throw ApiException.validation(
          "Matcher 'GrpcCode' '%s' must be codes from 0 to 99, such as '0,1' or '0-5'"
              .formatted(matcher.grpcCode()));
    }
  }

  private static void matcher(Matcher matcher) throws ApiException {
    if (matcher.grpcCode() != null) {
      throw ApiException.configuration(
          "A 'GrpcCode' can only be specified with the protocol version GRPC");
    }
    if (matcher.httpCode() == null || !SuccessCodes.areHttp(matcher.httpCode())) {
      throw ApiException.validation(
          "Matcher 'HttpCode' '%s' must be codes from 200 to 499, such as '200,202' or '200-299'"
              .formatted(matcher.httpCode()));
    }
  }
}
