package io.albspec.proxy.api.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.albspec.proxy.cloud.Cloud;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An audit trail in a file, one record a line, in the order in which the calls were answered. A
 * thread of its own writes it. What comes faster than it can be written, or cannot be written, is
 * lost, and that is told once.
 */
public final class AuditFile implements AuditTrail {

  private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
  private static final int MOST_WAITING = 4096;
  private static final long CLOSE_MILLIS = 5_000;

  /** An empty one is the end. */
  private final BlockingQueue<Optional<AuditEvent>> waiting =
      new ArrayBlockingQueue<>(MOST_WAITING);

  private final ObjectMapper mapper = new ObjectMapper();
  private final Path path;
  private final FileChannel file;
  private final AuditRecord form;
  private final Thread writer;
  private volatile boolean closed;
  private volatile boolean losing;

  /** Whether the last line may not be complete; of the writer. */
  private boolean torn;

  private AuditFile(Path path, FileChannel file, AuditRecord form) {
    this.path = path;
    this.file = file;
    this.form = form;
    this.writer = new Thread(this::write, "audit-trail");
  }

  /**
   * Opens a file, made if it is not there, to append to it.
   *
   * @param cloud the account and region that the records name
   * @throws IOException naming the file, if it cannot be written
   */
  public static AuditFile open(Path path, Cloud cloud) throws IOException {
    try {
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      AuditFile trail = new AuditFile(path, file, new AuditRecord(cloud));
      trail.writer.setDaemon(true);
      trail.writer.start();
      return trail;
    } catch (IOException e) {
      throw new IOException("the audit log %s cannot be written: %s".formatted(path, e), e);
    }
  }

  @Override
  public void add(AuditEvent event) {
    if (closed || !waiting.offer(Optional.of(event))) {
      lost("more calls came than could be written");
    }
  }

  private void lost(String why) {
    if (!losing) {
      losing = true;
      LOG.warn("records of calls are missing in the audit log {}: {}", path, why);
    }
  }

  private void write() {
    try {
      Optional<AuditEvent> event = waiting.take();
      while (event.isPresent()) {
        write(event.get());
        event = waiting.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(AuditEvent event) {
    try {
      String line = mapper.writeValueAsString(form.of(event)) + "\n";
      ByteBuffer bytes = ByteBuffer.wrap((torn ? "\n" + line : line).getBytes(UTF_8));
      torn = true;
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      torn = false;
      if (waiting.isEmpty()) {
        losing = false;
      }
    } catch (IOException e) {
      lost(e.toString());
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      waiting.put(Optional.empty());
      writer.join(CLOSE_MILLIS);
      file.close();
    } catch (IOException e) {
      lost(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
