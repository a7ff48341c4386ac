package io.albspec.proxy.exchange;

/** The status line of a target's response, over the bytes of {@link #head()}. */
public final class ResponseHead {

  private static final int STATUS_START = 9;
  private static final int STATUS_END = 12;

  private final MessageHead head;
  private int status;
  private int minorVersion;

  /** A view of heads that will be read into this buffer. */
  public ResponseHead(MessageHead head) {
    this.head = head;
  }

  /** Reads the status line of the head that has just been read. False if it is none of HTTP/1. */
  public boolean parse() {
    byte[] bytes = head.bytes();
    int from = head.startLineStart();
    int length = head.startLineEnd() - from;
    status = 0;
    if (length < STATUS_END || !isVersion(bytes, from) || bytes[from + STATUS_START - 1] != ' ') {
      return false;
    }
    if (length > STATUS_END && bytes[from + STATUS_END] != ' ') {
      return false;
    }
    int code = 0;
    for (int i = from + STATUS_START; i < from + STATUS_END; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
      code = code * 10 + bytes[i] - '0';
    }
    status = code;
    minorVersion = bytes[from + 7] - '0';
    return code >= 100 && code <= 599;
  }

  private static boolean isVersion(byte[] bytes, int from) {
    String version = "HTTP/1.";
    for (int i = 0; i < version.length(); i++) {
      if (bytes[from + i] != version.charAt(i)) {
        return false;
      }
    }
    byte minor = bytes[from + version.length()];
    return minor == '0' || minor == '1';
  }

  /** The bytes and the header fields. */
  public MessageHead head() {
    return head;
  }

  /** The status code, 100 to 599; 0 before a response has been read. */
  public int status() {
    return status;
  }

  /** The minor version of HTTP/1: 0 or 1. */
  public int minorVersion() {
    return minorVersion;
  }

  /** Forgets what was read. */
  public void clear() {
    head.clear();
    status = 0;
  }
}
