package io.albspec.proxy.tls;

import java.nio.BufferUnderflowException;
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

  /** The most that is received of a ClientHello; those with keys for many groups have 2 KiB. */
  static final int MOST_BYTES = 16 * 1024;

  private static final int RECORD_HEAD = 5;
  private static final int HANDSHAKE_RECORD = 22;
  private static final int MAJOR_VERSION = 3;
  private static final int MOST_RECORD_BYTES = 16 * 1024;
  private static final int MOST_NAME_BYTES = 255;
  private static final int MESSAGE_HEAD = 4;
  private static final int CLIENT_HELLO = 1;
  private static final int RANDOM = 32;
  private static final char NO_COMPRESSION = 0;
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

  private ClientHello hello;

  /** What was read; once it is complete. */
  ClientHello hello() {
    return hello;
  }

  /**
   * Looks at all that has been received up to now. Nothing is kept of it until it is complete.
   *
   * @param received from the first byte on; is left as it was
   */
  Progress read(ByteBuffer received) {
    ByteBuffer in = received.duplicate();
    int head = 0;
    int there = 0;
    while (in.remaining() >= RECORD_HEAD) {
      if (!isRecordOfHello(in)) {
        return Progress.MALFORMED;
      }
      ByteBuffer part = part(in);
      for (int i = 0; i < part.remaining() && there + i < MESSAGE_HEAD; i++) {
        head = (head << Byte.SIZE) | (part.get(i) & 0xFF);
      }
      there += part.remaining();
      if (there >= MESSAGE_HEAD) {
        int length = head & 0xFFFFFF;
        if (head >>> 24 != CLIENT_HELLO || length > MOST_BYTES - MESSAGE_HEAD - RECORD_HEAD) {
          return Progress.MALFORMED;
        }
        if (there >= MESSAGE_HEAD + length) {
          return read(received.duplicate(), length);
        }
      }
    }
    boolean hopeless =
        received.remaining() >= MOST_BYTES
            || (in.hasRemaining() && (in.get(in.position()) & 0xFF) != HANDSHAKE_RECORD);
    return hopeless ? Progress.MALFORMED : Progress.INCOMPLETE;
  }

  private static boolean isRecordOfHello(ByteBuffer in) {
    int start = in.position();
    int length = in.getShort(start + 3) & 0xFFFF;
    return (in.get(start) & 0xFF) == HANDSHAKE_RECORD
        && in.get(start + 1) == MAJOR_VERSION
        && length > 0
        && length <= MOST_RECORD_BYTES;
  }

  /** What has come of the content of the next record; goes on behind it. */
  private static ByteBuffer part(ByteBuffer in) {
    int start = in.position();
    int length = in.getShort(start + 3) & 0xFFFF;
    in.position(start + RECORD_HEAD);
    ByteBuffer part = in.slice(in.position(), Math.min(length, in.remaining()));
    in.position(in.position() + part.remaining());
    return part;
  }

  private Progress read(ByteBuffer in, int length) {
    ByteBuffer message = part(in);
    if (message.remaining() < MESSAGE_HEAD + length) {
      message = ByteBuffer.allocate(in.remaining() + message.remaining()).put(message);
      while (in.remaining() > RECORD_HEAD && message.position() < MESSAGE_HEAD + length) {
        message.put(part(in));
      }
      message.flip();
    }
    try {
      hello = parse(message.slice(MESSAGE_HEAD, length));
      return Progress.COMPLETE;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
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
    boolean uncompressed = text(shortBlock(in)).indexOf(NO_COMPRESSION) >= 0;
    BitSet versions = upTo(legacyVersion);
    BitSet signatures = new BitSet();
    BitSet groups = new BitSet();
    String serverName = "";
    List<String> protocols = List.of();
    ByteBuffer extensions = in.hasRemaining() ? block(in) : ByteBuffer.allocate(0);
    BitSet seen = new BitSet();
    while (extensions.hasRemaining()) {
      int type = extensions.getShort() & 0xFFFF;
      check(!seen.get(type), "an extension is there twice");
      seen.set(type);
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
    return new ClientHello(
        versions, suites, favourite, serverName, protocols, signatures, groups, uncompressed);
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

  /** Exactly one host at most, of bytes that a name can have (RFC 6066, section 3). */
  private static String serverName(ByteBuffer extension) {
    ByteBuffer list = block(extension);
    check(list.hasRemaining(), "there is no name in the list of names");
    String host = "";
    while (list.hasRemaining()) {
      int type = list.get();
      ByteBuffer name = block(list);
      if (type == HOST_NAME) {
        check(host.isEmpty(), "there are two names of the same type");
        check(name.hasRemaining() && name.remaining() <= MOST_NAME_BYTES, "no host has that name");
        host = text(name).toLowerCase(Locale.ROOT);
        check(host.indexOf('\0') < 0, "a name has a byte that ends it");
      }
    }
    return host;
  }

  private static List<String> protocols(ByteBuffer list) {
    check(list.hasRemaining(), "there is no protocol in the list of protocols");
    List<String> protocols = new ArrayList<>();
    while (list.hasRemaining()) {
      ByteBuffer protocol = shortBlock(list);
      check(protocol.hasRemaining(), "a protocol has no name");
      protocols.add(text(protocol));
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
    check(length <= in.remaining(), "a part is longer than the whole");
    return length;
  }

  private static void check(boolean met, String otherwise) {
    if (!met) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
