package io.albspec.proxy.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One end of a connection that sends and expects exact bytes. */
final class Wire implements AutoCloseable {

  private static final int BUDGET_MILLIS = 10_000;

  private static final int PEEK_MILLIS = 20;

  private final Socket socket;
  private final InputStream in;

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(BUDGET_MILLIS);
    socket.setTcpNoDelay(true);
  }

  static Wire to(int port) throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BUDGET_MILLIS);
    return new Wire(socket);
  }

  Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Reads up to and with the end of a head. */
  String head() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("closed after: " + text);
      }
      bytes.write(b);
      text = bytes.toString(StandardCharsets.ISO_8859_1);
    }
    return text;
  }

  String bytes(int count) throws IOException {
    return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
  }

  /** Whether the peer has closed, or reset, without a further byte. */
  boolean isEnded() throws IOException {
    try {
      return in.read() < 0;
    } catch (java.net.SocketException e) {
      return true;
    }
  }

  /** Reads on; true if the peer has ended the connection, false if nothing comes for a moment. */
  boolean isReadToTheEnd() throws IOException {
    socket.setSoTimeout(PEEK_MILLIS);
    try {
      in.readAllBytes();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (java.net.SocketException reset) {
      return true;
    } finally {
      socket.setSoTimeout(BUDGET_MILLIS);
    }
  }

  InputStream in() {
    return in;
  }

  /** Whether a byte, or the end, comes within a moment. */
  boolean isReadable() throws IOException {
    socket.setSoTimeout(PEEK_MILLIS);
    in.mark(1);
    try {
      in.read();
      in.reset();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(BUDGET_MILLIS);
    }
  }

  /** Ends with RST. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  void finish() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
