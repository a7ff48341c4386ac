package io.albspec.proxy.tls;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Reads a ClientHello, which may be spread over several records, without taking it from the bytes
 * that the TLS engine gets afterwards.
 */
final class HelloReader {

  /** How far a ClientHello has come. */
  enum Progress {
    INCOMPLETE,
    COMPLETE,
    /** It is none, or breaks off where it should not, or is larger than any client's. */
    MALFORMED
  }

  /** The largest ClientHello that is read; those with keys for many groups have 2 KiB. */
  static final int MOST_BYTES = 16 * 1024;

  private static final int RECORD_HEAD = 5;
  private static final int HANDSHAKE_RECORD = 22;
  private static final int MAJOR_VERSION = 3;
  private static final int MOST_RECORD_BYTES = 16 * 1024;
  private static final int MESSAGE_HEAD = 4;
  private static final int CLIENT_HELLO = 1;
  private static final int RANDOM = 32;
  private static final int SERVER_NAME = 0;
  private static final int SUPPORTED_GROUPS = 10;
  private static final int SIGNATURE_ALGORITHMS = 13;
  private static final int PROTOCOLS = 16;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final int HOST_NAME = 0;
  private static final int FIRST_OF_TLS13 = 0x1301;
  private static final int LAST_OF_TLS13 = 0x1303;
  private static final int TLS10 = 0x0301;
  private static final int TLS12 = 0x0303;

  /** Only while a hello is being read: a connection may live for days after it. */
  private ByteBuffer message;

  private ClientHello hello;

  /** What was read; once it is complete. */
  ClientHello hello() {
    return hello;
  }

  /**
   * Looks at all that has been received up to now.
   *
   * @param received from the first byte on; is left as it was
   */
  Progress read(ByteBuffer received) {
    if (message == null) {
      message = ByteBuffer.allocate(MOST_BYTES);
    }
    Progress progress = readRecords(received.duplicate());
    if (progress != Progress.INCOMPLETE) {
      message = null;
    }
    return progress;
  }

  private Progress readRecords(ByteBuffer in) {
    message.clear();
    while (in.remaining() >= RECORD_HEAD) {
      int start = in.position();
      int type = in.get(start) & 0xFF;
      int length = in.getShort(start + 3) & 0xFFFF;
      if (type != HANDSHAKE_RECORD
          || in.get(start + 1) != MAJOR_VERSION
          || length == 0
          || length > MOST_RECORD_BYTES) {
        return Progress.MALFORMED;
      }
      in.position(start + RECORD_HEAD);
      int there = Math.min(length, in.remaining());
      if (there > message.remaining()) {
        return Progress.MALFORMED;
      }
      message.put(in.slice(in.position(), there));
      in.position(in.position() + there);
      Progress progress = parseWhenComplete();
      if (progress != Progress.INCOMPLETE) {
        return progress;
      }
    }
    return in.hasRemaining() && (in.get(in.position()) & 0xFF) != HANDSHAKE_RECORD
        ? Progress.MALFORMED
        : Progress.INCOMPLETE;
  }

  private Progress parseWhenComplete() {
    ByteBuffer in = message.duplicate().flip();
    if (in.remaining() < MESSAGE_HEAD) {
      return Progress.INCOMPLETE;
    }
    int head = in.getInt();
    int length = head & 0xFFFFFF;
    if (head >>> 24 != CLIENT_HELLO || length > MOST_BYTES - MESSAGE_HEAD) {
      return Progress.MALFORMED;
    }
    if (in.remaining() < length) {
      return Progress.INCOMPLETE;
    }
    try {
      hello = parse(in.limit(in.position() + length));
      return Progress.COMPLETE;
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
      return Progress.MALFORMED;
    }
  }

  private static ClientHello parse(ByteBuffer in) {
    int legacyVersion = in.getShort() & 0xFFFF;
    skip(in, RANDOM);
    skip(in, in.get() & 0xFF);
    ByteBuffer offered = block(in);
    int favourite = firstOfTls13(offered.duplicate());
    BitSet suites = numbers(offered);
    skip(in, in.get() & 0xFF);
    BitSet versions = upTo(legacyVersion);
    BitSet signatures = new BitSet();
    BitSet groups = new BitSet();
    String serverName = "";
    List<String> protocols = List.of();
    ByteBuffer extensions = in.hasRemaining() ? block(in) : ByteBuffer.allocate(0);
    while (extensions.hasRemaining()) {
      int type = extensions.getShort() & 0xFFFF;
      ByteBuffer extension = block(extensions);
      switch (type) {
        case SERVER_NAME -> serverName = serverName(extension);
        case SUPPORTED_GROUPS -> groups = numbers(block(extension));
        case SIGNATURE_ALGORITHMS -> signatures = numbers(block(extension));
        case PROTOCOLS -> protocols = protocols(block(extension));
        case SUPPORTED_VERSIONS -> versions = numbers(shortBlock(extension));
        default -> {
          // Of no matter for the choices that are made here.
        }
      }
    }
    return new ClientHello(versions, suites, favourite, serverName, protocols, signatures, groups);
  }

  /**
   * Without the extension a client speaks all versions up to the one it names (RFC 8446, 4.2.1).
   */
  private static BitSet upTo(int version) {
    BitSet versions = new BitSet();
    if (version >= TLS10) {
      versions.set(TLS10, Math.min(version, TLS12) + 1);
    }
    return versions;
  }

  private static int firstOfTls13(ByteBuffer list) {
    while (list.hasRemaining()) {
      int suite = list.getShort() & 0xFFFF;
      if (suite >= FIRST_OF_TLS13 && suite <= LAST_OF_TLS13) {
        return suite;
      }
    }
    return 0;
  }

  private static String serverName(ByteBuffer extension) {
    ByteBuffer list = block(extension);
    while (list.hasRemaining()) {
      int type = list.get();
      ByteBuffer name = block(list);
      if (type == HOST_NAME) {
        return text(name).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static List<String> protocols(ByteBuffer list) {
    List<String> protocols = new ArrayList<>();
    while (list.hasRemaining()) {
      protocols.add(text(shortBlock(list)));
    }
    return protocols;
  }

  private static BitSet numbers(ByteBuffer list) {
    BitSet numbers = new BitSet();
    while (list.hasRemaining()) {
      numbers.set(list.getShort() & 0xFFFF);
    }
    return numbers;
  }

  private static String text(ByteBuffer in) {
    StringBuilder text = new StringBuilder(in.remaining());
    while (in.hasRemaining()) {
      text.append((char) (in.get() & 0xFF));
    }
    return text.toString();
  }

  private static ByteBuffer block(ByteBuffer in) {
    return take(in, in.getShort() & 0xFFFF);
  }

  private static ByteBuffer shortBlock(ByteBuffer in) {
    return take(in, in.get() & 0xFF);
  }

  private static ByteBuffer take(ByteBuffer in, int length) {
    ByteBuffer block = in.slice(in.position(), checked(in, length));
    skip(in, length);
    return block;
  }

  private static void skip(ByteBuffer in, int length) {
    in.position(in.position() + checked(in, length));
  }

  private static int checked(ByteBuffer in, int length) {
    if (length > in.remaining()) {
      throw new IllegalArgumentException("a part is longer than the whole");
    }
    return length;
  }
}
