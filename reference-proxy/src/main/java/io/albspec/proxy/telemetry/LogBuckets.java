package io.albspec.proxy.telemetry;

import java.io.IOException;
import java.nio.file.Path;

/** The buckets that logs are delivered to: those of S3, or folders that stand for them. */
public interface LogBuckets {

  /**
   * Moves a complete file into a bucket. It appears there as a whole or not at all.
   *
   * <p>Entries wait in memory while this lasts, and are lost when there are too many.
   *
   * @param bucket the name of the bucket
   * @param key the name in the bucket, with slashes; it neither begins with one nor leads outside
   * @param file is gone from its place afterwards
   * @throws IOException if it could not be put there; then the file is where it was
   */
  void put(String bucket, String key, Path file) throws IOException;
}
