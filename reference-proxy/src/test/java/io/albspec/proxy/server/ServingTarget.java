package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A target that does as the path says, with a thread for each connection. */
final class ServingTarget implements AutoCloseable {

  /** Paths that begin so are this target's. */
  static final String PATH = "/served";

  /** Is answered with {@code ok}, once the request's body is there. */
  static final String OK = PATH + "/ok";

  /** Is never answered. */
  static final String NEVER = PATH + "/never";

  /** Is answered with as many bytes as the number behind it says. */
  static final String LARGE = PATH + "/large/";

  private static final int BACKLOG = 1024;
  private static final int SMALL_BUFFER = 64 * 1024;
  private static final byte[] CONTENT = new byte[SMALL_BUFFER];

  private final ServerSocket server =
      new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();

  ServingTarget() throws IOException {
    start(this::acceptAll);
  }

  private static void start(Runnable action) {
    Thread thread = new Thread(action, "serving target");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  /** How many requests have come. */
  long begun() {
    return begun.get();
  }

  /** How many bytes of large responses the balancer has taken, or the kernel for it. */
  long sent() {
    return sent.get();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSendBufferSize(SMALL_BUFFER);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 512);
      while (true) {
        String head = head(in);
        begun.incrementAndGet();
        skipBody(head.toLowerCase(Locale.ROOT), in);
        answer(head.split(" ", 3)[1], socket.getOutputStream());
      }
    } catch (IOException ended) {
      open.remove(socket);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException();
      }
      head.append((char) b);
    }
    return head.toString();
  }

  private static void skipBody(String head, InputStream in) throws IOException {
    if (head.contains("transfer-encoding: chunked\r\n")) {
      String chunks = head(in);
      while (!chunks.startsWith("0\r\n") && !chunks.contains("\r\n0\r\n")) {
        chunks = head(in);
      }
      return;
    }
    int field = head.indexOf("content-length: ");
    in.skipNBytes(
        field < 0 ? 0 : Long.parseLong(head.substring(field + 16, head.indexOf("\r\n", field))));
  }

  private void answer(String path, OutputStream out) throws IOException {
    if (path.startsWith(LARGE)) {
      large(Long.parseLong(path.substring(LARGE.length())), out);
    } else if (!path.equals(NEVER)) {
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(ISO_8859_1));
    }
  }

  private void large(long bytes, OutputStream out) throws IOException {
    out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + bytes + "\r\n\r\n").getBytes(ISO_8859_1));
    for (long rest = bytes; rest > 0; rest -= CONTENT.length) {
      int count = (int) Math.min(rest, CONTENT.length);
      out.write(CONTENT, 0, count);
      sent.addAndGet(count);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
