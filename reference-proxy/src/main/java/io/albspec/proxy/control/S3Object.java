package io.albspec.proxy.control;

import java.util.Optional;

/**
 * Where something lies in Amazon S3.
 *
 * @param bucket the name of the bucket
 * @param key the name of the object in it
 * @param version of the object; the newest if empty
 * @param digest of what was read from it; empty if it has not been read yet
 */
public record S3Object(
    String bucket, String key, Optional<String> version, Optional<String> digest) {

  /** As a request names it, whose version may be null. */
  public static S3Object of(String bucket, String key, String version) {
    return new S3Object(bucket, key, Optional.ofNullable(version), Optional.empty());
  }

  /** The same, once it has been read. */
  public S3Object read(String contentDigest) {
    return new S3Object(bucket, key, version, Optional.of(contentDigest));
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key + version.map(v -> " version " + v).orElse("");
  }
}
