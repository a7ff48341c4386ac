package io.albspec.proxy.backend.http2;

import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.HTTP2ClientConnectionFactory;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.http2.frames.SettingsFrame;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** One HTTP/2 connection to a target, with prior knowledge. On the worker's thread only. */
final class Http2Connection implements Worker.ConnectOpener, Session.Listener, Promise<Session> {

  /** Before the target has said how many streams it takes. */
  private static final int USUAL_STREAMS = 100;

  private final Http2Targets owner;
  private final Worker worker;
  private final HTTP2Client client;
  private final Target target;
  private final Queue<Http2Stream> waiting = new ArrayDeque<>();
  private final Set<Http2Stream> open = new HashSet<>();
  private int mostStreams = USUAL_STREAMS;
  private Session session;
  private boolean ended;

  Http2Connection(Http2Targets owner, Worker worker, HTTP2Client client, Target target) {
    this.owner = owner;
    this.worker = worker;
    this.client = client;
    this.target = target;
  }

  Target target() {
    return target;
  }

  /** Whether it takes one more stream. */
  boolean hasRoom() {
    return !ended && open.size() < mostStreams;
  }

  /** Sends a request, at once or as soon as the connection stands. */
  void send(Http2Stream stream) {
    open.add(stream);
    stream.sentOn(this);
    if (session == null) {
      waiting.add(stream);
    } else {
      stream.begin(session);
    }
  }

  void connect() {
    try {
      worker.connect(target.source(), target.address(), this);
    } catch (IOException e) {
      failed(e);
    }
  }

  @Override
  public Connection open(EndPoint endPoint) {
    Map<String, Object> context = new ConcurrentHashMap<>();
    context.put(HTTP2Client.CONTEXT_KEY, client);
    context.put(HTTP2Client.SESSION_LISTENER_CONTEXT_KEY, this);
    context.put(HTTP2Client.SESSION_PROMISE_CONTEXT_KEY, this);
    return new HTTP2ClientConnectionFactory().newConnection(endPoint, context);
  }

  /** The connection stands. */
  @Override
  public void succeeded(Session stands) {
    session = stands;
    while (!waiting.isEmpty()) {
      waiting.remove().begin(session);
    }
  }

  /** It could not be made. */
  @Override
  public void failed(Throwable cause) {
    end();
    boolean timedOut = cause instanceof SocketTimeoutException;
    List.copyOf(open).forEach(stream -> stream.notConnected(timedOut));
  }

  @Override
  public void onSettings(Session from, SettingsFrame frame) {
    Integer streams = frame.getSettings().get(SettingsFrame.MAX_CONCURRENT_STREAMS);
    if (streams != null) {
      mostStreams = streams;
    }
  }

  @Override
  public void onGoAway(Session from, GoAwayFrame frame) {
    end();
  }

  @Override
  public void onClose(Session from, GoAwayFrame frame, Callback callback) {
    gone();
    callback.succeeded();
  }

  @Override
  public void onFailure(Session from, Throwable failure, Callback callback) {
    gone();
    callback.succeeded();
  }

  @Override
  public boolean onIdleTimeout(Session from) {
    return false;
  }

  private void gone() {
    end();
    List.copyOf(open).forEach(Http2Stream::targetGone);
  }

  private void end() {
    if (!ended) {
      ended = true;
      owner.ended(this);
    }
  }

  /** A stream is over. */
  void over(Http2Stream stream) {
    open.remove(stream);
    if (ended && open.isEmpty() && session != null) {
      session.close(ErrorCode.NO_ERROR.code, "over", Callback.NOOP);
    }
  }

  /** The target is none any more: requests that it still handles fail (guide: "HTTP 502"). */
  void giveUp() {
    gone();
  }
}
