package io.albspec.steps.driver.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** What changes in the headers of a request on its way to a target. */
final class RequestHeaders {

  private static final String SET = "http-request set-header ";
  private static final String TRACE_ID =
      "1-%[date,hex,bytes(8,8),lower]-%[uuid,regsub(-,,g),bytes(0,24)]";

  private RequestHeaders() {}

  /** The directives for every request that is forwarded. */
  static List<String> lines(Listener listener, Map<String, String> attributes) {
    List<String> lines = new ArrayList<>();
    if (on(attributes, "routing.http.drop_invalid_header_fields.enabled")) {
      lines.add("http-request del-header '[^-A-Za-z0-9]' -m reg");
    }
    lines.addAll(forwardedFor(attributes));
    lines.add(SET + "X-Forwarded-Proto " + listener.protocolAsString().toLowerCase(Locale.ROOT));
    lines.add(SET + "X-Forwarded-Port " + listener.port());
    if (on(attributes, "routing.http.x_amzn_tls_version_and_cipher_suite.enabled")
        && listener.protocol() == ProtocolEnum.HTTPS) {
      lines.add(SET + "X-Amzn-Tls-Version %[ssl_fc_protocol]");
      lines.add(SET + "X-Amzn-Tls-Cipher-Suite %[ssl_fc_cipher]");
    }
    lines.add("acl traced req.hdr(X-Amzn-Trace-Id) -m found");
    lines.add(
        SET
            + "X-Amzn-Trace-Id 'Self="
            + TRACE_ID
            + ";%[req.fhdr(X-Amzn-Trace-Id),regsub(\"(^|;) *Self=[^;]*\",,g),regsub(^;,)]' if traced");
    lines.add(SET + "X-Amzn-Trace-Id 'Root=" + TRACE_ID + "' unless traced");
    if (!on(attributes, "routing.http.preserve_host_header.enabled")) {
      lines.add(host(listener.port()));
    }
    return lines;
  }

  /** Guide, "X-Forwarded-For". */
  private static List<String> forwardedFor(Map<String, String> attributes) {
    String client =
        on(attributes, "routing.http.xff_client_port.enabled") ? "%[src]:%[src_port]" : "%[src]";
    return switch (attributes.getOrDefault("routing.http.xff_header_processing.mode", "append")) {
      case "preserve" -> List.of();
      case "remove" -> List.of("http-request del-header X-Forwarded-For");
      default ->
          List.of(
              "acl forwarded req.fhdr_cnt(X-Forwarded-For) eq 1",
              SET + "X-Forwarded-For '%[req.fhdr(X-Forwarded-For)], " + client + "' if forwarded",
              "http-request add-header X-Forwarded-For '" + client + "' unless forwarded");
    };
  }

  /** Guide, "Host header preservation". */
  private static String host(int port) {
    if (port == 80 || port == 443) {
      return "http-request replace-header Host '^(.*):[0-9]+$' '\\1'";
    }
    return SET
        + "Host '%[req.fhdr(host,1)]:"
        + port
        + "' if { req.fhdr(host,1) -m reg '^[^:]+$|]$' }";
  }

  private static boolean on(Map<String, String> attributes, String key) {
    return "true".equals(attributes.get(key));
  }
}
