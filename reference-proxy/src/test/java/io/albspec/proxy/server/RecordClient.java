package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.client.PeerEnd;
import io.albspec.fixtures.client.RawClient;
import io.albspec.fixtures.client.RawConnection;
import io.albspec.fixtures.tls.HelloBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client of TLS 1.2 with ECDHE-RSA-AES128-GCM-SHA256 that sends protected records of any type and
 * content, such as no library does (RFC 5246, RFC 5288). It reads nothing that is protected.
 */
final class RecordClient implements AutoCloseable {

  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;

  /** The curve that keys are agreed on with. */
  enum Curve {
    P256(23, "secp256r1", 32),
    P521(25, "secp521r1", 66);

    private final int number;
    private final String name;
    private final int bytes;

    Curve(int number, String name, int bytes) {
      this.number = number;
      this.name = name;
      this.bytes = bytes;
    }
  }

  private static final Duration BUDGET = Duration.ofSeconds(10);
  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int SUITE = 0xC02F;
  private static final int SERVER_KEY_EXCHANGE = 12;
  private static final int SERVER_HELLO_DONE = 14;
  private static final int CLIENT_KEY_EXCHANGE = 16;
  private static final int FINISHED = 20;
  private static final int RANDOM_AT = 6;
  private static final int RANDOM = 32;
  private static final int TAG_BITS = 128;

  private final RawConnection connection;
  private final Curve curve;
  private final ByteArrayOutputStream transcript = new ByteArrayOutputStream();
  private SecretKeySpec key;
  private byte[] salt;
  private long sequence;

  private RecordClient(RawConnection connection, Curve curve) {
    this.connection = connection;
    this.curve = curve;
  }

  /** One that has sent the last message of its handshake. */
  static RecordClient to(int port, Curve curve) throws IOException, GeneralSecurityException {
    RawConnection connection =
        new RawClient(BUDGET).connect(InetAddress.getLoopbackAddress(), port);
    RecordClient client = new RecordClient(connection, curve);
    client.shakeHands();
    return client;
  }

  private void shakeHands() throws IOException, GeneralSecurityException {
    HelloBytes hello =
        HelloBytes.bare()
            .suites(SUITE)
            .extension(10, 0, 2, 0, curve.number)
            .extension(11, 1, 0)
            .extension(13, 0, 4, 8, 4, 4, 1);
    transcript.writeBytes(hello.message());
    connection.send(hello.records());
    byte[] random = new byte[0];
    KeyPair own = keys();
    byte[] premaster = new byte[0];
    ByteBuffer flight = flight();
    while (flight.hasRemaining()) {
      ByteBuffer message = message(flight);
      int type = message.get(0);
      if (type == 2) {
        random = bytes(message, RANDOM_AT, RANDOM);
      } else if (type == SERVER_KEY_EXCHANGE) {
        premaster = agree(own, bytes(message, 8, 1 + 2 * curve.bytes));
      }
    }
    finish(own, premaster, random);
  }

  private void finish(KeyPair own, byte[] premaster, byte[] random)
      throws IOException, GeneralSecurityException {
    byte[] point = point((ECPublicKey) own.getPublic());
    byte[] exchange =
        ByteBuffer.allocate(5 + point.length)
            .putInt(CLIENT_KEY_EXCHANGE << 24 | 1 + point.length)
            .put((byte) point.length)
            .put(point)
            .array();
    transcript.writeBytes(exchange);
    byte[] nothing = new byte[RANDOM];
    byte[] master = expand(premaster, "master secret", joined(nothing, random), 48);
    byte[] block = expand(master, "key expansion", joined(random, nothing), 40);
    connection.send(plain(HANDSHAKE, exchange));
    connection.send(plain(CHANGE_CIPHER_SPEC, new byte[] {1}));
    key = new SecretKeySpec(block, 0, 16, "AES");
    salt = Arrays.copyOfRange(block, 32, 36);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(transcript.toByteArray());
    byte[] verify = expand(master, "client finished", digest, 12);
    send(HANDSHAKE, ByteBuffer.allocate(16).putInt(FINISHED << 24 | 12).put(verify).array());
  }

  /** All messages up to ServerHelloDone. */
  private ByteBuffer flight() throws IOException {
    byte[] end = {SERVER_HELLO_DONE, 0, 0, 0};
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    long deadline = System.nanoTime() + BUDGET.toNanos();
    while (!Arrays.equals(tail(messages.toByteArray()), end) && System.nanoTime() < deadline) {
      connection.awaitClose(Duration.ofMillis(1));
      messages.reset();
      ByteBuffer in = ByteBuffer.wrap(connection.unread());
      while (in.remaining() >= 5 && in.remaining() >= 5 + in.getShort(in.position() + 3)) {
        int length = in.getShort(in.position() + 3);
        messages.writeBytes(bytes(in, in.position() + 5, length));
        in.position(in.position() + 5 + length);
      }
    }
    assertThat(tail(messages.toByteArray())).as("the end of the server's flight").isEqualTo(end);
    transcript.writeBytes(messages.toByteArray());
    return ByteBuffer.wrap(messages.toByteArray());
  }

  private static byte[] tail(byte[] bytes) {
    return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 4), bytes.length);
  }

  private static ByteBuffer message(ByteBuffer in) {
    int length = 4 + (in.getInt(in.position()) & 0xFFFFFF);
    ByteBuffer message = in.slice(in.position(), length);
    in.position(in.position() + length);
    return message;
  }

  private static byte[] bytes(ByteBuffer in, int from, int count) {
    byte[] bytes = new byte[count];
    in.get(from, bytes);
    return bytes;
  }

  private KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve.name));
    return generator.generateKeyPair();
  }

  private byte[] agree(KeyPair own, byte[] theirs) throws GeneralSecurityException {
    ECPoint point =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(theirs, 1, 1 + curve.bytes)),
            new BigInteger(1, Arrays.copyOfRange(theirs, 1 + curve.bytes, theirs.length)));
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own.getPrivate());
    agreement.doPhase(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, ((ECPublicKey) own.getPublic()).getParams())),
        true);
    return agreement.generateSecret();
  }

  private byte[] point(ECPublicKey key) {
    ByteBuffer point = ByteBuffer.allocate(1 + 2 * curve.bytes).put((byte) 4);
    for (BigInteger each : new BigInteger[] {key.getW().getAffineX(), key.getW().getAffineY()}) {
      byte[] number = each.toByteArray();
      int from = Math.max(0, number.length - curve.bytes);
      point.put(new byte[curve.bytes - (number.length - from)]);
      point.put(number, from, number.length - from);
    }
    return point.array();
  }

  private static byte[] expand(byte[] secret, String label, byte[] seed, int length)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    byte[] labelled = joined(label.getBytes(US_ASCII), seed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] step = labelled;
    while (out.size() < length) {
      step = mac.doFinal(step);
      out.writeBytes(mac.doFinal(joined(step, labelled)));
    }
    return Arrays.copyOf(out.toByteArray(), length);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private static byte[] plain(int type, byte[] content) {
    return ByteBuffer.allocate(5 + content.length)
        .put((byte) type)
        .putShort((short) 0x0303)
        .putShort((short) content.length)
        .put(content)
        .array();
  }

  /** Sends one protected record. */
  RecordClient send(int type, byte[] content) throws IOException, GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = ByteBuffer.allocate(12).put(salt).putLong(sequence).array();
    cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(13)
            .putLong(sequence)
            .put((byte) type)
            .putShort((short) 0x0303)
            .putShort((short) content.length)
            .array());
    byte[] sealed = cipher.doFinal(content);
    connection.send(
        plain(type, ByteBuffer.allocate(8 + sealed.length).putLong(sequence).put(sealed).array()));
    sequence++;
    return this;
  }

  /** Whether anything protected, of that size or more, comes. */
  boolean isAnswered(int bytes) throws IOException {
    long end = System.nanoTime() + BUDGET.toNanos();
    int before = connection.unread().length;
    while (connection.unread().length < before + bytes && System.nanoTime() < end) {
      if (connection.awaitClose(Duration.ofMillis(1)) != PeerEnd.OPEN) {
        break;
      }
    }
    return connection.unread().length >= before + bytes;
  }

  /** Whether the balancer ends the connection, in whatever way. */
  boolean isEnded() throws IOException {
    return connection.awaitClose(BUDGET) != PeerEnd.OPEN;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
