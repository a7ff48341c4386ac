package io.albspec.proxy.telemetry;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the logs of one load balancer go: names of files as the guide has them ("Access log files",
 * "Connection log files").
 *
 * @param kind which of its logs
 * @param bucket the name of the bucket
 * @param folder the part of the bucket with this account's logs
 * @param account the owner
 * @param region the region
 * @param balancer the resource id, such as {@code app/my-loadbalancer/50dc6c495c0c9188}
 */
record LogPlace(
    LogKind kind, String bucket, String folder, String account, String region, String balancer) {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /** Names between slashes, none of which is empty, has a control character, or is dots alone. */
  private static final Pattern PREFIX =
      Pattern.compile("(?!\\.{1,2}(/|$))[^/\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/\\p{Cntrl}]+)*/?");

  private static final String LOADBALANCER = "loadbalancer/";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter END =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The place that the attributes name.
   *
   * @throws ApiException if the attributes name no place in a bucket
   */
  static LogPlace of(BalancerConfig balancer, LogKind kind) throws ApiException {
    Map<String, String> attributes = balancer.attributes();
    String bucket = attributes.get(kind.attribute("bucket"));
    if (!BUCKET.matcher(bucket).matches()) {
      throw invalid(kind.attribute("bucket"), bucket);
    }
    String[] arn = balancer.resource().loadBalancerArn().split(":", 6);
    String account = arn[4];
    String folder = prefix(kind.attribute("prefix"), attributes) + "AWSLogs/" + account;
    return new LogPlace(
        kind, bucket, folder, account, arn[3], arn[5].substring(LOADBALANCER.length()));
  }

  private static String prefix(String attribute, Map<String, String> attributes)
      throws ApiException {
    String prefix = attributes.get(attribute);
    if (!prefix.isEmpty() && !PREFIX.matcher(prefix).matches()) {
      throw invalid(attribute, prefix);
    }
    return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
  }

  private static ApiException invalid(String attribute, String value) {
    return new ApiException(
        "InvalidConfigurationRequest",
        "The value '%s' of '%s' is not valid".formatted(value, attribute));
  }

  /** The key of the file that shows that the logs can be written. */
  String testFile() {
    return folder + '/' + kind.testFile();
  }

  /**
   * The key of a file for the entries of one node in the interval that ends then. The day of its
   * delivery is still missing.
   */
  String undated(Instant intervalEnd, InetAddress node, String random) {
    return "%s/elasticloadbalancing/%s/%s%s_elasticloadbalancing_%s_%s_%s_%s_%s.log.gz"
        .formatted(
            folder,
            region,
            kind.filePrefix(),
            account,
            region,
            balancer.replace('/', '.'),
            END.format(intervalEnd),
            node.getHostAddress(),
            random);
  }

  /** The key of a file that is delivered now. */
  static String dated(String undated, Instant now) {
    int name = undated.lastIndexOf('/');
    return undated.substring(0, name + 1) + DAY.format(now) + undated.substring(name);
  }
}
