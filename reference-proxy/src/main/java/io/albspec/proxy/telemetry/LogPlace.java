package io.albspec.proxy.telemetry;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the access logs of one load balancer go: names of files as the guide has them ("Access log
 * files"), below a folder that stands for the bucket.
 *
 * @param folder the part of the bucket with this account's logs
 * @param account the owner
 * @param region the region
 * @param balancer the resource id, such as {@code app/my-loadbalancer/50dc6c495c0c9188}
 */
record LogPlace(Path folder, String account, String region, String balancer) {

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final String LOADBALANCER = "loadbalancer/";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter END =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The place that the attributes name.
   *
   * @param buckets the folder of all buckets
   * @throws ApiException if the attributes name no place in a bucket
   */
  static LogPlace of(BalancerConfig balancer, Path buckets) throws ApiException {
    Map<String, String> attributes = balancer.attributes();
    String bucket = attributes.get("access_logs.s3.bucket");
    if (!BUCKET.matcher(bucket).matches()) {
      throw invalid("access_logs.s3.bucket", bucket);
    }
    String[] arn = balancer.resource().loadBalancerArn().split(":", 6);
    String account = arn[4];
    Path folder =
        prefixed(buckets.resolve(bucket), attributes.get("access_logs.s3.prefix"))
            .resolve("AWSLogs")
            .resolve(account);
    return new LogPlace(folder, account, arn[3], arn[5].substring(LOADBALANCER.length()));
  }

  private static Path prefixed(Path bucket, String prefix) throws ApiException {
    try {
      Path folder = bucket.resolve(prefix).normalize();
      if (folder.startsWith(bucket.normalize())) {
        return folder;
      }
    } catch (InvalidPathException e) {
      throw new ApiException(
          "InvalidConfigurationRequest",
          "The value of 'access_logs.s3.prefix' cannot be used: " + e.getMessage());
    }
    throw invalid("access_logs.s3.prefix", prefix);
  }

  private static ApiException invalid(String attribute, String value) {
    return new ApiException(
        "InvalidConfigurationRequest",
        "The value '%s' of '%s' is not valid".formatted(value, attribute));
  }

  /** The file that shows that the logs can be written. */
  Path testFile() {
    return folder.resolve("ELBAccessLogTestFile");
  }

  /** The file for the entries of one node in the interval that ends then. */
  Path file(Instant intervalEnd, InetAddress node, String random) {
    String name =
        "%s_elasticloadbalancing_%s_%s_%s_%s_%s.log.gz"
            .formatted(
                account,
                region,
                balancer.replace('/', '.'),
                END.format(intervalEnd),
                node.getHostAddress(),
                random);
    return folder
        .resolve("elasticloadbalancing")
        .resolve(region)
        .resolve(DAY.format(intervalEnd))
        .resolve(name);
  }
}
