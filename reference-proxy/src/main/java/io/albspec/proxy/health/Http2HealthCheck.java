package io.albspec.proxy.health;

import io.albspec.proxy.backend.http2.OutgoingStream;
import io.albspec.proxy.backend.http2.ResponseAssembler;
import io.albspec.proxy.backend.http2.TargetSession;
import io.albspec.proxy.exchange.Limits;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.ResponseHead;
import io.albspec.proxy.hpack.FieldBlock;
import io.albspec.proxy.target.ProtocolVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.io.EndPoint;

/**
 * The only stream on the connection of a health check over HTTP/2: a GET request, or with gRPC the
 * call of a method with an empty message, which the target may answer in any way that has a status.
 */
final class Http2HealthCheck implements OutgoingStream, TargetSession.Owner {

  private static final long MOST_DROPPED = 1024L * 1024;
  private static final int FIRST_FINAL_STATUS = 200;
  private static final String GRPC_STATUS = "grpc-status";
  private static final String GRPC_STATUS_LINE = GRPC_STATUS + ": ";
  private static final int MOST_DIGITS = 2;
  private static final byte[] EMPTY_MESSAGE = new byte[5];
  private static final byte[] NO_TRAILERS = {};

  private final HealthCheck check;
  private final boolean grpc;
  private final ResponseHead response =
      new ResponseHead(new MessageHead(Limits.RESPONSE_HEAD, Limits.RESPONSE_HEAD));
  private TargetSession session;
  private int id;
  private boolean headed;
  private long dropped;

  private Http2HealthCheck(HealthCheck check) {
    this.check = check;
    this.grpc = check.settings().version() == ProtocolVersion.GRPC;
  }

  /** The connection that does the check. */
  static TargetSession over(EndPoint endPoint, CheckMeans means, HealthCheck check) {
    return new TargetSession(endPoint, means.worker(), means.bench(), new Http2HealthCheck(check));
  }

  @Override
  public void ready(TargetSession stands) {
    if (check.isExpired()) {
      stands.end();
    } else {
      stands.open(this);
    }
  }

  @Override
  public void ended() {
    check.ended();
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public void opened(TargetSession on, int stream, int window) {
    session = on;
    id = stream;
    FieldBlock block =
        on.fields()
            .field(":method", bytes(grpc ? "POST" : "GET"))
            .field(":scheme", bytes(check.isSecure() ? "https" : "http"))
            .field(":path", bytes(check.settings().path()))
            .field(":authority", bytes(check.authority()))
            .field("user-agent", bytes(HealthCheck.USER_AGENT));
    if (grpc) {
      block.field("content-type", bytes("application/grpc")).field("te", bytes("trailers"));
    }
    on.sendFields(id, !grpc);
    if (grpc) {
      on.body(id, ByteBuffer.wrap(EMPTY_MESSAGE), EMPTY_MESSAGE.length, true, NO_TRAILERS);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean isHeaded() {
    return headed;
  }

  @Override
  public void head(ResponseAssembler assembler, boolean last) {
    response.clear();
    if (!assembler.into(response.head()) || !response.parse()) {
      end(ErrorCode.PROTOCOL_ERROR);
    } else if (response.status() >= FIRST_FINAL_STATUS) {
      headed = true;
      if (!grpc) {
        check.answered(response.status());
      }
      if (last) {
        headIsAll();
      }
    } else if (last) {
      end(null);
    }
  }

  private void headIsAll() {
    if (grpc) {
      MessageHead head = response.head();
      int field = head.find(GRPC_STATUS, 0);
      answered(field < 0 ? "" : head.text(head.valueStart(field), head.valueEnd(field)));
    }
    end(null);
  }

  /** The call has that status, which is a number. */
  private void answered(String status) {
    boolean digits = !status.isEmpty() && status.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits && status.length() <= MOST_DIGITS) {
      check.answered(Integer.parseInt(status));
    }
  }

  @Override
  public ErrorCode data(byte[] bytes, int from, int to, int padding, boolean last) {
    dropped += to - from;
    session.consumed(to - from);
    if (last) {
      end(null);
    } else if (dropped > MOST_DROPPED) {
      end(ErrorCode.CANCEL_STREAM_ERROR);
    }
    return null;
  }

  @Override
  public void trailers(byte[] lines) {
    if (grpc) {
      String text = new String(lines, StandardCharsets.ISO_8859_1);
      text.lines()
          .filter(line -> line.startsWith(GRPC_STATUS_LINE))
          .findFirst()
          .ifPresent(line -> answered(line.substring(GRPC_STATUS_LINE.length())));
    }
    end(null);
  }

  /**
   * Nothing more is wanted; what has not been answered by now has failed.
   *
   * @param cut what the target is told, or null if it has said all
   */
  private void end(ErrorCode cut) {
    session.over(this, cut);
    session.leave();
    check.ended();
  }

  @Override
  public void pause() {}

  @Override
  public boolean widen(long bytes) {
    return true;
  }

  @Override
  public void reset(ErrorCode code) {
    end(null);
  }

  @Override
  public void unprocessed() {
    end(null);
  }

  @Override
  public void malformed() {
    end(null);
  }

  @Override
  public void lost() {
    check.ended();
  }
}
