package io.albspec.proxy.control.attributes;

import static io.albspec.proxy.control.attributes.Values.BOOLEAN;
import static io.albspec.proxy.control.attributes.Values.TEXT;
import static io.albspec.proxy.control.attributes.Values.oneOf;
import static io.albspec.proxy.control.attributes.Values.range;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attributes of a load balancer (guide, "Load balancer attributes"). */
public final class BalancerAttributes {

  private static final List<Attribute> TABLE =
      List.of(
          new Attribute("access_logs.s3.enabled", "false", BOOLEAN, 696),
          new Attribute("access_logs.s3.bucket", "", TEXT, 700),
          new Attribute("access_logs.s3.prefix", "", TEXT, 704),
          new Attribute("client_keep_alive.seconds", "3600", range(60, 604800), 888),
          new Attribute("connection_logs.s3.enabled", "false", BOOLEAN, 0),
          new Attribute("connection_logs.s3.bucket", "", TEXT, 0),
          new Attribute("connection_logs.s3.prefix", "", TEXT, 0),
          new Attribute("deletion_protection.enabled", "false", BOOLEAN, 712),
          new Attribute("idle_timeout.timeout_seconds", "60", range(1, 4000), 861),
          new Attribute("ipv6.deny_all_igw_traffic", "false", BOOLEAN, 720),
          new Attribute("load_balancing.cross_zone.enabled", "true", BOOLEAN, 897),
          new Attribute(
              "routing.http.desync_mitigation_mode",
              "defensive",
              oneOf("monitor", "defensive", "strictest"),
              724),
          new Attribute("routing.http.drop_invalid_header_fields.enabled", "false", BOOLEAN, 728),
          new Attribute("routing.http.preserve_host_header.enabled", "false", BOOLEAN, 732),
          new Attribute(
              "routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "false", BOOLEAN, 736),
          new Attribute("routing.http.xff_client_port.enabled", "false", BOOLEAN, 742),
          new Attribute(
              "routing.http.xff_header_processing.mode",
              "append",
              oneOf("append", "preserve", "remove"),
              746),
          new Attribute("routing.http2.enabled", "true", BOOLEAN, 754),
          new Attribute("waf.fail_open.enabled", "false", BOOLEAN, 758));

  /** Attributes of the other types of load balancer. */
  private static final Set<String> OTHER_TYPES =
      Set.of("dns_record.client_routing_policy", "secondary_ips.auto_assigned.per_subnet");

  private static final AttributeTable ATTRIBUTES = new AttributeTable(TABLE);

  private BalancerAttributes() {}

  /** What a new load balancer has. */
  public static Map<String, String> defaults(boolean internal) {
    return ATTRIBUTES.defaults(Map.of("ipv6.deny_all_igw_traffic", String.valueOf(internal)));
  }

  /** The attributes after a change. */
  public static Map<String, String> change(Map<String, String> current, Map<String, String> changes)
      throws ApiException {
    for (String key : changes.keySet()) {
      known(key);
    }
    Map<String, String> next = ATTRIBUTES.change(current, changes);
    together(next);
    return next;
  }

  private static void known(String key) throws ApiException {
    if (OTHER_TYPES.contains(key)) {
      throw ApiException.configuration(
          "Load balancer attribute key '%s' is not supported on load balancers with type 'application'"
              .formatted(key));
    }
    if (!ATTRIBUTES.has(key)) {
      throw ApiException.validation(
          "Load balancer attribute key '%s' is not recognized".formatted(key));
    }
  }

  private static void together(Map<String, String> attributes) throws ApiException {
    if (attributes.get("load_balancing.cross_zone.enabled").equals("false")) {
      throw ApiException.configuration(
          "Cross-zone load balancing cannot be turned off on load balancers with type 'application'");
    }
    logs(attributes, "access_logs.s3");
    logs(attributes, "connection_logs.s3");
  }

  private static void logs(Map<String, String> attributes, String kind) throws ApiException {
    if (attributes.get(kind + ".enabled").equals("true")
        && attributes.get(kind + ".bucket").isEmpty()) {
      throw ApiException.configuration(
          "The attribute '%s.bucket' must be set when '%s.enabled' is 'true'"
              .formatted(kind, kind));
    }
    if (attributes.get(kind + ".prefix").contains("AWSLogs")) {
      throw ApiException.configuration(
          "The attribute '%s.prefix' must not contain the string 'AWSLogs'".formatted(kind));
    }
  }
}
