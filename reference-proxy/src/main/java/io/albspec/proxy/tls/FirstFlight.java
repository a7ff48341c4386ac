package io.albspec.proxy.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * What the server sends first in a handshake tells whether it goes on with an earlier session, with
 * every provider alike: in TLS 1.3 the ServerHello selects a key that both know (RFC 8446, section
 * 4.2.11), in older versions no certificate follows it (RFC 5246, section 7.3).
 */
final class FirstFlight {

  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int HANDSHAKE = 22;
  private static final int RECORD_HEAD = 5;
  private static final int MESSAGE_HEAD = 4;
  private static final int SERVER_HELLO = 2;
  private static final int CERTIFICATE = 11;
  private static final int PRE_SHARED_KEY = 41;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final int RANDOM_AT = 2;
  private static final int RANDOM_BYTES = 32;
  private static final int SUITE_AND_COMPRESSION = 3;

  /** The first bytes of the random by which a server asks for another ClientHello. */
  private static final long RETRY = 0xCF21AD74E59A6111L;

  private static final int MOST_BYTES = 64 * 1024;

  /** What is known by now. */
  private enum Finding {
    OPEN,
    NEW,
    RESUMED
  }

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private Finding finding = Finding.OPEN;

  /** Looks at more of what is being sent; the bytes are left as they are. */
  void add(ByteBuffer bytes) {
    if (finding != Finding.OPEN) {
      return;
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    sent.writeBytes(copy);
    finding = sent.size() > MOST_BYTES ? Finding.NEW : look(ByteBuffer.wrap(sent.toByteArray()));
    if (finding != Finding.OPEN) {
      sent.reset();
    }
  }

  /** Whether the server goes on with an earlier session. */
  boolean isResumption() {
    return finding == Finding.RESUMED;
  }

  private static Finding look(ByteBuffer in) {
    ByteBuffer messages = ByteBuffer.allocate(in.remaining());
    boolean ciphered = false;
    while (!ciphered && in.remaining() >= RECORD_HEAD) {
      int type = in.get() & 0xFF;
      in.getShort();
      int length = in.getShort() & 0xFFFF;
      if (in.remaining() < length) {
        break;
      }
      if (type == HANDSHAKE) {
        messages.put(in.slice(in.position(), length));
      }
      ciphered = type == CHANGE_CIPHER_SPEC;
      in.position(in.position() + length);
    }
    return judge(messages.flip(), ciphered);
  }

  private static Finding judge(ByteBuffer messages, boolean ciphered) {
    boolean greeted = false;
    while (messages.remaining() >= MESSAGE_HEAD) {
      int head = messages.getInt();
      int type = head >>> (Integer.SIZE - Byte.SIZE);
      int length = head & 0xFFFFFF;
      if (greeted) {
        return type == CERTIFICATE ? Finding.NEW : Finding.RESUMED;
      }
      if (messages.remaining() < length) {
        return Finding.OPEN;
      }
      ByteBuffer message = messages.slice(messages.position(), length);
      messages.position(messages.position() + length);
      if (type == SERVER_HELLO && message.getLong(RANDOM_AT) != RETRY) {
        if (has(message, SUPPORTED_VERSIONS)) {
          return has(message, PRE_SHARED_KEY) ? Finding.RESUMED : Finding.NEW;
        }
        greeted = true;
      }
    }
    return greeted && ciphered ? Finding.RESUMED : Finding.OPEN;
  }

  private static boolean has(ByteBuffer serverHello, int extension) {
    ByteBuffer in = serverHello.duplicate().position(RANDOM_AT + RANDOM_BYTES);
    in.position(in.position() + 1 + (in.get(in.position()) & 0xFF) + SUITE_AND_COMPRESSION);
    if (in.remaining() >= Short.BYTES) {
      in.getShort();
    }
    while (in.remaining() >= MESSAGE_HEAD) {
      int type = in.getShort() & 0xFFFF;
      int length = in.getShort() & 0xFFFF;
      if (type == extension) {
        return true;
      }
      in.position(in.position() + Math.min(length, in.remaining()));
    }
    return false;
  }
}
