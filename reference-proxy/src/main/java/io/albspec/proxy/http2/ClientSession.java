package io.albspec.proxy.http2;

import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.frames.ConnectionException;
import io.albspec.proxy.frames.Floods;
import io.albspec.proxy.frames.FrameOutput;
import io.albspec.proxy.frames.FrameReader;
import io.albspec.proxy.frames.PeerSettings;
import io.albspec.proxy.frames.ReceiveWindow;
import io.albspec.proxy.frames.SendQueue;
import io.albspec.proxy.worker.IdleTimer;
import io.albspec.proxy.worker.Input;
import io.albspec.proxy.worker.Loop;
import io.albspec.proxy.worker.Retirable;
import io.albspec.proxy.worker.Worker;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.Flags;
import org.eclipse.jetty.http2.frames.FrameType;
import org.eclipse.jetty.http2.frames.SettingsFrame;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;

/**
 * A client's HTTP/2 connection from its opening to its end. Everything runs on the worker's thread.
 * While much waits for the client to read it, nothing is read from the client.
 */
public final class ClientSession extends AbstractConnection implements Retirable, StreamOwner {

  /** Guide: "Listener configuration", on HTTP/2. */
  private static final int MOST_STREAMS = 128;

  /** Guide: "The load balancer sends a response code of 000". */
  private static final int MOST_REQUESTS = 10_000;

  private static final int DEFAULT_WINDOW = 65_535;

  /** What all streams together may send ahead. */
  private static final int WINDOW = 1024 * 1024;

  private static final int MOST_DROPPED = 1024 * 1024;

  private enum Phase {
    SERVING,
    /** What is to be said is on its way. */
    ENDING,
    /** It has been said; what comes is dropped until the client closes. */
    LINGERING,
    CLOSED
  }

  private final Worker worker;
  private final Supplier<io.albspec.proxy.plan.Listener> listeners;
  private final long until;
  private final Input input;
  private final FrameReader reader;
  private final FrameOutput output;
  private final Link link;
  private final StreamTable streams = new StreamTable();
  private final PeerSettings settings = new PeerSettings();
  private final Farewell farewell;
  private final IncomingFrames frames;
  private final IdleTimer idle;
  private final Loop loop = new Loop(this::step);
  private final ArrayDeque<ClientStream> free = new ArrayDeque<>();

  private Phase phase = Phase.SERVING;
  private int requests;
  private long dropped;

  /**
   * A connection over an accepted endpoint.
   *
   * @param listeners gives the listener as it is configured at the moment
   * @param desk that of the worker
   */
  public ClientSession(
      EndPoint endPoint,
      Worker worker,
      ConnectionInfo info,
      Supplier<io.albspec.proxy.plan.Listener> listeners,
      Desk desk) {
    super(endPoint, Runnable::run);
    this.worker = worker;
    this.listeners = listeners;
    this.until = worker.nanos() + listeners.get().settings().clientKeepAlive().toNanos();
    this.input = new Input(endPoint, worker, this::onFillable, cause -> end());
    this.reader = FrameReader.ofClient(desk.payload());
    this.output = new FrameOutput(endPoint, worker, this::onRoom, cause -> end());
    this.link =
        new Link(
            worker,
            info,
            desk,
            output,
            new HeadFrames(output, desk.heads()),
            new SendQueue(output),
            new ReceiveWindow(output),
            new Floods(worker));
    this.farewell = new Farewell(worker, output, streams, this::endIfDone);
    HeaderFrames headers = new HeaderFrames(link, streams, this::begin);
    this.frames = new IncomingFrames(link, streams, settings, headers, farewell);
    this.idle = new IdleTimer(worker, this::onIdle);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    idle.start(listeners.get().settings().idleTimeout());
    output
        .frame(FrameType.SETTINGS, Flags.NONE, 0, 2 * PeerSettings.SETTING)
        .setting(SettingsFrame.MAX_CONCURRENT_STREAMS, MOST_STREAMS)
        .setting(SettingsFrame.INITIAL_WINDOW_SIZE, RequestBody.WINDOW);
    output.windowUpdate(0, WINDOW - DEFAULT_WINDOW);
    link.window().begin(0, WINDOW);
    input.await();
  }

  @Override
  public void onFillable() {
    idle.touch();
    loop.run();
  }

  private void onRoom() {
    idle.touch();
    link.queue().run();
    endIfDone();
    loop.run();
  }

  private boolean step() {
    return switch (phase) {
      case SERVING -> serve();
      case LINGERING -> linger();
      case ENDING, CLOSED -> false;
    };
  }

  private boolean serve() {
    if (output.isBlocked() && !output.hasRoom()) {
      return false;
    }
    if (!input.hasBytes()) {
      switch (input.fill()) {
        case SOME -> {}
        case NOTHING -> {
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

  private void read() {
    try {
      while (phase == Phase.SERVING && input.hasBytes() && reader.read(input.bytes())) {
        frames.handle(reader);
      }
      touchPartial();
    } catch (ConnectionException error) {
      fail(error);
    }
  }

  /** A frame that comes slowly comes all the same. */
  private void touchPartial() {
    ClientStream stream = reader.isWithinFrame() ? streams.find(reader.stream()) : null;
    if (stream != null) {
      stream.touch();
    }
  }

  private boolean begin(int id, RequestAssembler assembler, boolean bodiless, int wireBytes) {
    if (!farewell.serves(id)) {
      streams.remember(id, true);
      return true;
    }
    if (streams.open() >= MOST_STREAMS) {
      output.reset(id, ErrorCode.REFUSED_STREAM_ERROR);
      streams.remember(id, true);
      return false;
    }
    io.albspec.proxy.plan.Listener listener = listeners.get();
    idle.start(listener.settings().idleTimeout());
    if (++requests >= MOST_REQUESTS || worker.nanos() >= until) {
      farewell.leave();
    }
    ClientStream stream = free.isEmpty() ? new ClientStream(link, this) : free.pollFirst();
    stream.begin(id, listener, settings.initialWindow());
    streams.add(stream);
    return stream.request(assembler, bodiless, wireBytes);
  }

  @Override
  public void leave() {
    farewell.leave();
  }

  @Override
  public void over(ClientStream stream, boolean cut) {
    streams.remove(stream, cut);
    free.addFirst(stream);
    endIfDone();
  }

  @Override
  public void retire() {
    if (phase == Phase.SERVING) {
      farewell.announce();
    }
  }

  private void fail(ConnectionException error) {
    farewell.leave(error);
    phase = Phase.ENDING;
    streams.all().forEach(ClientStream::clientGone);
    input.discard();
    endIfDone();
  }

  /** Once all has been said the connection ends, in order. */
  private void endIfDone() {
    boolean done = phase == Phase.ENDING || (phase == Phase.SERVING && farewell.isLeaving());
    if (done && streams.open() == 0 && output.isEmpty()) {
      phase = Phase.LINGERING;
      getEndPoint().shutdownOutput();
      input.await();
    }
  }

  private boolean linger() {
    dropped += input.discard();
    Input.Filled filled = input.fill();
    boolean more = filled == Input.Filled.SOME;
    if (dropped > MOST_DROPPED || !(more || filled == Input.Filled.NOTHING)) {
      end();
    }
    return more;
  }

  /** Nothing has come from the client, or gone to it, for the idle timeout. */
  private void onIdle() {
    if (phase != Phase.SERVING || output.isBlocked()) {
      end();
    } else if (streams.open() == 0) {
      farewell.leave();
    }
  }

  private void end() {
    if (phase != Phase.CLOSED) {
      phase = Phase.CLOSED;
      streams.all().forEach(ClientStream::clientGone);
      free.forEach(ClientStream::stop);
      idle.stop();
      input.release();
      output.close();
      close();
    }
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    end();
  }
}
