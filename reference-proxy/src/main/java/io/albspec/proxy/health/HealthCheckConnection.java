package io.albspec.proxy.health;

import io.albspec.proxy.exchange.Limits;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.ResponseHead;
import io.albspec.proxy.worker.Input;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * The connection of one health check: sends the request and reads the head of the response. Then it
 * says that it closes, and drops what still comes, so that the target can finish its response
 * without being reset.
 */
final class HealthCheckConnection extends AbstractConnection {

  private static final long MOST_DROPPED = 1024L * 1024;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int FIRST_FINAL_STATUS = 200;

  private final HealthCheck check;
  private final Input input;
  private final ResponseHead response =
      new ResponseHead(new MessageHead(Limits.RESPONSE_HEAD, Limits.RESPONSE_HEAD));
  private boolean answered;
  private long dropped;

  HealthCheckConnection(EndPoint endPoint, Worker worker, HealthCheck check) {
    super(endPoint, Runnable::run);
    this.check = check;
    this.input = new Input(endPoint, worker, this::onFillable, check::failed);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    if (check.isExpired()) {
      close();
      return;
    }
    Callback sent = Callback.from(InvocationType.NON_BLOCKING, () -> {}, check::failed);
    getEndPoint().write(sent, ByteBuffer.wrap(check.request()));
    input.await();
  }

  @Override
  public void onFillable() {
    try {
      read();
    } catch (IOException e) {
      check.failed(e);
    }
  }

  private void read() throws IOException {
    Input.Filled filled = input.fill();
    while (filled == Input.Filled.SOME && take(input.bytes())) {
      input.discard();
      filled = input.fill();
    }
    switch (filled) {
      case ENDED, BROKEN, SOME -> check.ended();
      case NOTHING -> {}
    }
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    input.release();
  }

  /** Takes what was read. False if no more is wanted. */
  private boolean take(ByteBuffer in) throws IOException {
    while (in.hasRemaining() && !answered) {
      switch (response.head().read(in)) {
        case INCOMPLETE -> {
          return true;
        }
        case COMPLETE -> received();
        case START_LINE_TOO_LONG, FIELD_TOO_LONG, HEAD_TOO_LONG ->
            throw new IOException("the head of the response is too long");
      }
    }
    dropped += in.remaining();
    return dropped <= MOST_DROPPED;
  }

  private void received() throws IOException {
    if (!response.parse()) {
      throw new IOException("the response is not of HTTP/1");
    }
    if (response.status() == SWITCHING_PROTOCOLS) {
      throw new IOException("the target goes on with a protocol that nobody asked for");
    }
    if (response.status() < FIRST_FINAL_STATUS) {
      response.clear();
      return;
    }
    answered = true;
    check.answered(response.status());
    getEndPoint().shutdownOutput();
  }
}
