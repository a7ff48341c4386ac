package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.hpack.CompressionException;
import io.albspec.proxy.hpack.HpackDecoder;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client or a target that sends frames of HTTP/2, whatever they are. */
final class Http2Peer implements AutoCloseable {

  static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int BUDGET_MILLIS = 10_000;

  private final Socket socket;
  private final DataInputStream in;
  private final HpackDecoder decoder = new HpackDecoder(4096);

  private Http2Peer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(BUDGET_MILLIS);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
  }

  /** Connects over TLS, and says nothing. */
  Http2Peer(int port, String... protocols) throws IOException, GeneralSecurityException {
    this(secured(port, protocols));
  }

  private static Socket secured(int port, String... protocols)
      throws IOException, GeneralSecurityException {
    SSLSocket socket =
        (SSLSocket)
            context().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** A target that the balancer connects to, has greeted, and that has said nothing. */
  static Http2Peer accepted(ServerSocket server) throws IOException {
    server.setSoTimeout(BUDGET_MILLIS);
    Http2Peer peer = new Http2Peer(server.accept());
    assertThat(peer.in.readNBytes(PREFACE.length)).isEqualTo(PREFACE);
    assertThat(peer.read().type()).isEqualTo(Frame.SETTINGS);
    return peer;
  }

  /** TLS of clients who accept any certificate. */
  static SSLContext context() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    return context;
  }

  /** Connects, and begins as a client does. */
  static Http2Peer greeting(int port, int... settings) throws Exception {
    Http2Peer peer = new Http2Peer(port, "h2");
    return peer.bytes(PREFACE).settings(settings);
  }

  String protocol() {
    return ((SSLSocket) socket).getApplicationProtocol();
  }

  Http2Peer bytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends settings, key and value in turn. */
  Http2Peer settings(int... keysAndValues) throws IOException {
    ByteBuffer payload = ByteBuffer.allocate(keysAndValues.length * 3);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      payload.putShort((short) keysAndValues[i]).putInt(keysAndValues[i + 1]);
    }
    return frame(Frame.SETTINGS, Frame.NO_FLAG, 0, payload.array());
  }

  Http2Peer frame(int type, int flags, int stream, byte... payload) throws IOException {
    return bytes(encoded(type, flags, stream, payload));
  }

  static byte[] encoded(int type, int flags, int stream, byte... payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .putInt(payload.length << 8 | type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  /** Sends a head, names and values in turn. */
  Http2Peer head(int stream, boolean last, String... fields) throws IOException {
    int flags = Frame.END_HEADERS | (last ? Frame.END_STREAM : 0);
    return frame(Frame.HEADERS, flags, stream, block(fields));
  }

  /** Sends the head of a request for a path. */
  Http2Peer request(int stream, String method, String path, boolean last, String... more)
      throws IOException {
    String[] fields = new String[8 + more.length];
    String[] first = {
      ":method", method, ":scheme", "https", ":path", path, ":authority", "example.com"
    };
    System.arraycopy(first, 0, fields, 0, 8);
    System.arraycopy(more, 0, fields, 8, more.length);
    return head(stream, last, fields);
  }

  Http2Peer data(int stream, boolean last, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return frame(Frame.DATA, last ? Frame.END_STREAM : Frame.NO_FLAG, stream, bytes);
  }

  Http2Peer number(int type, int stream, int value) throws IOException {
    return frame(type, Frame.NO_FLAG, stream, ByteBuffer.allocate(4).putInt(value).array());
  }

  /** Fields that refer to no table, names and values in turn. */
  static byte[] block(String... fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      out.write(0);
      string(out, fields[i]);
      string(out, fields[i + 1]);
    }
    return out.toByteArray();
  }

  static void string(ByteArrayOutputStream out, String text) {
    int length = text.length();
    if (length < 127) {
      out.write(length);
    } else {
      out.write(127);
      int rest = length - 127;
      while (rest >= 128) {
        out.write((rest & 127) | 128);
        rest >>= 7;
      }
      out.write(rest);
    }
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The next frame, or null if the other side has ended the connection. */
  Frame read() throws IOException {
    try {
      int lengthAndType = in.readInt();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      return new Frame(lengthAndType & 255, flags, stream, in.readNBytes(lengthAndType >>> 8));
    } catch (EOFException | SocketException ended) {
      return null;
    }
  }

  /** The next frame that is wanted; null if the connection ends before. */
  Frame await(Predicate<Frame> wanted) throws IOException {
    Frame frame = read();
    while (frame != null && !wanted.test(frame)) {
      frame = read();
    }
    return frame;
  }

  Frame await(int type) throws IOException {
    return await(frame -> frame.type() == type);
  }

  /** The fields of the next head, a line each; CONTINUATION frames are put together. */
  String awaitHead() throws IOException, CompressionException {
    Frame frame = await(Frame.HEADERS);
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(frame.payload());
    while ((frame.flags() & Frame.END_HEADERS) == 0) {
      frame = read();
      block.writeBytes(frame.payload());
    }
    StringBuilder lines = new StringBuilder();
    decoder.decode(
        block.toByteArray(),
        0,
        block.size(),
        (name, value, encoded) -> lines.append(name).append(": ").append(value).append('\n'));
    return lines.toString();
  }

  /** The body that comes for a stream until its end. */
  String awaitBody(int stream) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Frame frame;
    do {
      frame = await(each -> each.stream() == stream);
      if (frame.type() == Frame.DATA) {
        body.writeBytes(frame.payload());
      }
    } while (!frame.isLast());
    return body.toString(StandardCharsets.ISO_8859_1);
  }

  /** Whether the other side ends the connection, whatever comes before. */
  boolean isEnded() throws IOException {
    return await(frame -> false) == null;
  }

  void finish() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private record Anybody() implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
