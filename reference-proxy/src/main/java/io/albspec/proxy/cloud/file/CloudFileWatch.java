package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.time.BackgroundThread;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the file of the surroundings again when it has changed, once it has not changed for a
 * second: whoever writes it may do so in several steps. A file that is wrong changes nothing.
 */
public final class CloudFileWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CloudFileWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Path file;
  private final Cloud cloud;
  private final Time time;
  private final Executor worker;
  private final Runnable end;
  private Stamp taken;
  private Stamp seen;

  private record Stamp(FileTime changed, long size) {

    static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1);

    static Stamp of(Path file) {
      try {
        return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
      } catch (IOException gone) {
        return NONE;
      }
    }
  }

  /**
   * Watches a file that has just been read, once it is told to begin.
   *
   * @param cloud is told what is in it
   */
  public CloudFileWatch(Path file, Cloud cloud, Time time) {
    this(file, cloud, time, new BackgroundThread("albspec-cloud-file"));
  }

  private CloudFileWatch(Path file, Cloud cloud, Time time, BackgroundThread thread) {
    this(file, cloud, time, thread, thread::close);
  }

  /** Watches on a thread of somebody else's. */
  CloudFileWatch(Path file, Cloud cloud, Time time, Executor worker, Runnable end) {
    this.worker = worker;
    this.end = end;
    this.file = file;
    this.cloud = cloud;
    this.time = time;
    this.taken = Stamp.of(file);
    this.seen = taken;
  }

  /** Begins. */
  public void begin() {
    lookLater();
  }

  private void lookLater() {
    time.after(INTERVAL, () -> worker.execute(this::look));
  }

  private void look() {
    Stamp now = Stamp.of(file);
    if (!now.equals(taken) && now.equals(seen)) {
      taken = now;
      read();
    }
    seen = now;
    lookLater();
  }

  private void read() {
    try {
      Description description = CloudFile.read(file);
      if (!description.account().equals(cloud.account())
          || !description.region().equals(cloud.region())) {
        throw new IOException(file + ": account and region stay while the balancer runs");
      }
      cloud.describe(description);
      LOG.info("the surroundings are those that {} describes now", file);
    } catch (IOException wrong) {
      LOG.error("the surroundings stay as they were: {}", wrong.getMessage());
    }
  }

  /** Watches no more. */
  @Override
  public void close() {
    end.run();
  }
}
