package io.albspec.proxy.backend.http2;

import io.albspec.proxy.frames.ConnectionException;
import io.albspec.proxy.frames.Floods;
import io.albspec.proxy.frames.FrameOutput;
import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.frames.PeerSettings;
import io.albspec.proxy.frames.ReceiveWindow;
import io.albspec.proxy.frames.SendQueue;
import io.albspec.proxy.hpack.FieldBlock;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Input;
import io.albspec.proxy.worker.Loop;
import io.albspec.proxy.worker.Worker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;
import org.eclipse.jetty.http2.frames.SettingsFrame;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;

/**
 * An HTTP/2 connection to a target from its opening to its end. Everything runs on the worker's
 * thread. While much waits for the target to read it, nothing is read from the target.
 */
public final class TargetSession extends AbstractConnection {

  /** No more streams are open at once, whatever the target allows. */
  static final int MOST_STREAMS = 128;

  /** What the target may send ahead of one stream. */
  static final int STREAM_WINDOW = 64 * 1024;

  /** A stream that is not read must not keep the others from sending. */
  private static final int WINDOW = MOST_STREAMS * STREAM_WINDOW;

  private static final int DEFAULT_WINDOW = 65_535;
  private static final int LAST_ID = Integer.MAX_VALUE;

  /**
   * Targets close connections that have been idle for seconds. For so long nobody looks whether
   * that has just happened: the selector tells soon enough.
   */
  private static final long FRESH = Duration.ofMillis(100).toNanos();

  private static final byte[] NO_REASON = {};

  private final Worker worker;
  private final Workbench bench;
  private final Owner owner;
  private final Input input;
  private final FrameReader reader;
  private final FrameOutput output;
  private final SendQueue queue;
  private final ReceiveWindow window;
  private final Floods floods;
  private final IncomingFrames frames;
  private final IdleTimer idle;
  private final Loop loop = new Loop(this::step);
  private final OpenStreams streams = new OpenStreams();
  private final PeerSettings settings = new PeerSettings();
  private final Queue<OutgoingStream> headed = new ArrayDeque<>();

  private int nextId = 1;
  private long quietSince;
  private boolean ready;
  private boolean leaving;
  private boolean saidGoodbye;
  private boolean closed;
  private boolean tableClosed;

  /** What is told of a session. */
  public interface Owner {

    /** The target has said what it allows: streams can be opened. */
    void ready(TargetSession session);

    /** It has ended, before it was ready or after. */
    void ended();
  }

  /** A connection over an endpoint that stands. */
  public TargetSession(EndPoint endPoint, Worker worker, Workbench bench, Owner owner) {
    super(endPoint, Runnable::run);
    this.worker = worker;
    this.bench = bench;
    this.owner = owner;
    this.input = new Input(endPoint, worker, this::onFillable, cause -> end());
    this.reader = FrameReader.ofServer(bench.payload());
    this.output = new FrameOutput(endPoint, worker, this::onRoom, cause -> end());
    this.queue = new SendQueue(output);
    this.window = new ReceiveWindow(output);
    this.floods = new Floods(worker);
    this.frames = new IncomingFrames(this, settings);
    this.idle = new IdleTimer(worker, this::onIdle);
    this.quietSince = worker.nanos();
  }

  @Override
  public void onOpen() {
    super.onOpen();
    output
        .preface()
        .frame(FrameType.SETTINGS, Flags.NONE, 0, 2 * PeerSettings.SETTING)
        .setting(SettingsFrame.ENABLE_PUSH, 0)
        .setting(SettingsFrame.INITIAL_WINDOW_SIZE, STREAM_WINDOW);
    output.windowUpdate(0, WINDOW - DEFAULT_WINDOW);
    window.begin(0, WINDOW);
    output.flush();
    if (!closed) {
      input.await();
    }
  }

  /** How long it may be silent; without this, for ever. */
  void idleTimeout(Duration timeout) {
    idle.start(timeout);
  }

  /** Whether one more stream can be opened. */
  boolean hasRoom() {
    if (streams.count() == 0 && ready && !closed && worker.nanos() - quietSince >= FRESH) {
      lookForEnd();
    }
    return ready
        && !leaving
        && !closed
        && !queue.isShut()
        && streams.count() < Math.min(settings.mostStreams(), MOST_STREAMS);
  }

  /** A target that ends a connection may have done so while nobody was looking. */
  private void lookForEnd() {
    if (input.hasBytes()) {
      return;
    }
    switch (input.probe()) {
      case SOME -> loop.run();
      case ENDED, BROKEN -> end();
      case NOTHING -> {}
    }
  }

  /** Opens a stream; only if there is room. */
  public void open(OutgoingStream stream) {
    int id = nextId;
    nextId += 2;
    streams.add(id, stream);
    idle.touch();
    stream.opened(this, id, settings.initialWindow());
    if (id >= LAST_ID - 2) {
      leave();
    }
  }

  /** Begins a head or trailer fields. */
  public FieldBlock fields() {
    FieldBlock block = bench.block().begin();
    if (!tableClosed) {
      tableClosed = true;
      block.keepsNothing();
    }
    return block;
  }

  /** Sends what has been put together with {@link #fields}. */
  public void sendFields(int stream, boolean last) {
    output.fields(stream, bench.block(), last);
  }

  /**
   * Sends data of a body.
   *
   * @param end whether the body ends with it
   * @param trailers the lines that follow then, as of HTTP/1.1
   */
  public void body(int stream, ByteBuffer data, int count, boolean end, byte[] trailers) {
    boolean bare = end && trailers.length == 0;
    if (count > 0 || bare) {
      int flags = bare ? Flags.END_STREAM : Flags.NONE;
      output.frame(FrameType.DATA, flags, stream, count).put(data, count);
      floods.sent(count, !data.hasRemaining());
    }
    if (end && !bare) {
      fields().lines(trailers);
      sendFields(stream, true);
    }
  }

  /** The data that waits for the target. */
  public SendQueue queue() {
    return queue;
  }

  FrameOutput output() {
    return output;
  }

  Floods floods() {
    return floods;
  }

  ReceiveWindow window() {
    return window;
  }

  OpenStreams streams() {
    return streams;
  }

  Workbench bench() {
    return bench;
  }

  /** A window for what the target sends of a stream that has just been opened. */
  public ReceiveWindow newWindow(int stream) {
    ReceiveWindow fresh = new ReceiveWindow(output);
    fresh.begin(stream, STREAM_WINDOW);
    return fresh;
  }

  /** Room that data took in the connection's window is free. */
  public void consumed(int bytes) {
    if (!closed) {
      window.consumed(bytes);
    }
  }

  /** Whether the stream has been opened, and may be closed. */
  boolean isKnown(int stream) {
    return (stream & 1) == 1 && stream < nextId;
  }

  /** A head has come, and perhaps nothing else for now: its stream is told. */
  void headed(OutgoingStream stream) {
    headed.add(stream);
  }

  /**
   * A stream is over.
   *
   * @param cut what the target is told, or null if both sides have said all
   */
  public void over(OutgoingStream stream, ErrorCode cut) {
    streams.remove(stream.id());
    if (closed) {
      return;
    }
    if (cut != null) {
      output.reset(stream.id(), cut);
    }
    floods.answered();
    idle.touch();
    quietSince = worker.nanos();
    endIfDone();
  }

  @Override
  public void onFillable() {
    idle.touch();
    loop.run();
  }

  private void onRoom() {
    idle.touch();
    queue.run();
    endIfDone();
    loop.run();
  }

  private boolean step() {
    if (closed || (output.isBlocked() && !output.hasRoom())) {
      return false;
    }
    if (!input.hasBytes()) {
      switch (input.fill()) {
        case SOME -> {}
        case NOTHING -> {
          pause();
          return false;
        }
        case ENDED, BROKEN -> {
          end();
          return false;
        }
      }
    }
    read();
    return true;
  }

  private void pause() {
    while (!headed.isEmpty()) {
      headed.remove().pause();
    }
  }

  private void read() {
    try {
      while (!closed && input.hasBytes() && reader.read(input.bytes())) {
        frames.handle(reader);
      }
    } catch (ConnectionException error) {
      goAway(error.code(), error.getMessage().getBytes(StandardCharsets.US_ASCII));
      end();
    }
  }

  /** The target's settings have come. */
  void settled() {
    if (!ready) {
      ready = true;
      owner.ready(this);
    }
  }

  /** The target takes no more streams, and has not looked at those above the last one. */
  void targetLeaves(int last) {
    leaving = true;
    for (OutgoingStream stream : streams.all()) {
      if (stream.id() > last) {
        over(stream, null);
        stream.unprocessed();
      }
    }
    endIfDone();
  }

  /** No more streams; ends as soon as those that are open are over. */
  public void leave() {
    leaving = true;
    endIfDone();
  }

  private void endIfDone() {
    if (leaving && !saidGoodbye && streams.count() == 0) {
      goAway(ErrorCode.NO_ERROR, NO_REASON);
      end();
    }
  }

  private void goAway(ErrorCode code, byte[] reason) {
    saidGoodbye = true;
    output
        .frame(FrameType.GO_AWAY, Flags.NONE, 0, 2 * Integer.BYTES + reason.length)
        .put(0)
        .put(code.code)
        .put(reason, 0, reason.length);
    output.flush();
  }

  /** Nothing has come from the target, or gone to it, for the idle timeout. */
  private void onIdle() {
    if (streams.count() == 0) {
      leave();
    }
  }

  /** Ends at once; what is open fails. */
  public void end() {
    if (closed) {
      return;
    }
    closed = true;
    leaving = true;
    saidGoodbye = true;
    idle.stop();
    owner.ended();
    streams.all().forEach(OutgoingStream::lost);
    input.release();
    output.close();
    close();
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    end();
  }
}
