package io.albspec.proxy.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The head of an HTTP message, byte for byte as received, with an index of its lines. Instances are
 * reused; nothing is allocated for a head of usual size.
 *
 * <p>Lines are split as the desync analyser splits them: a line ends at LF, one CR before it is
 * taken off, an empty line ends the head, nothing is unfolded, and a field is split at its first
 * colon. Offsets are into {@link #bytes()}.
 */
public final class MessageHead {

  /** How far reading has come. */
  public enum Progress {
    /** The head goes on after these bytes. */
    INCOMPLETE,
    /** The empty line has been read; the buffer stands at the first byte behind it. */
    COMPLETE,
    /** The start line is longer than allowed. */
    START_LINE_TOO_LONG,
    /** One header field is longer than allowed. */
    FIELD_TOO_LONG,
    /** The head as a whole is longer than allowed. */
    HEAD_TOO_LONG
  }

  private static final int USUAL_BYTES = 1024;
  private static final int USUAL_FIELDS = 32;
  private static final int OFFSETS = 5;

  private final int maxLine;
  private final int maxHead;
  private byte[] bytes = new byte[USUAL_BYTES];
  private int length;
  private int lineStart;
  private int startLineStart;
  private int startLineEnd;
  private boolean startLineRead;
  private int[] fields = new int[USUAL_FIELDS * OFFSETS];
  private int fieldCount;

  /**
   * Takes the limits of what is read.
   *
   * @param maxLine bytes in the start line or one field, line end not counted
   * @param maxHead bytes in the whole head
   */
  public MessageHead(int maxLine, int maxHead) {
    this.maxLine = maxLine;
    this.maxHead = maxHead;
  }

  /** Forgets what was read, ready for the next message. */
  public void clear() {
    length = 0;
    lineStart = 0;
    startLineEnd = 0;
    startLineRead = false;
    fieldCount = 0;
    if (bytes.length > USUAL_BYTES * 8) {
      bytes = new byte[USUAL_BYTES];
      fields = new int[USUAL_FIELDS * OFFSETS];
    }
  }

  /** Takes bytes up to the end of the head or of the buffer; empty lines before it are skipped. */
  public Progress read(ByteBuffer in) {
    Progress progress = Progress.INCOMPLETE;
    while (progress == Progress.INCOMPLETE && in.hasRemaining()) {
      progress = readWhatFits(in);
    }
    return progress;
  }

  /** Most of the bytes may be the body's: no room is made for more than a head needs. */
  private Progress readWhatFits(ByteBuffer in) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    int from = length;
    int take = Math.min(Math.min(in.remaining(), maxHead + 2 - from), bytes.length - from);
    in.get(bytes, from, take);
    int end = from + take;
    for (int at = from; at < end; at++) {
      if (bytes[at] != '\n') {
        continue;
      }
      length = at + 1;
      if (endLine(at)) {
        in.position(in.position() - (end - length));
        return length > maxHead ? Progress.HEAD_TOO_LONG : Progress.COMPLETE;
      }
      if (lineTooLong(at)) {
        return startLineRead && fieldCount > 0
            ? Progress.FIELD_TOO_LONG
            : Progress.START_LINE_TOO_LONG;
      }
      lineStart = at + 1;
    }
    length = end;
    return limit();
  }

  private Progress limit() {
    if (length - lineStart > maxLine + 2) {
      return startLineRead ? Progress.FIELD_TOO_LONG : Progress.START_LINE_TOO_LONG;
    }
    return length > maxHead ? Progress.HEAD_TOO_LONG : Progress.INCOMPLETE;
  }

  private boolean lineTooLong(int lineFeed) {
    return lineFeed - lineStart > maxLine + 1;
  }

  /** Indexes the line that ends before this LF; true if it is the empty line that ends the head. */
  private boolean endLine(int lineFeed) {
    int end = lineFeed > lineStart && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    if (end > lineStart) {
      if (startLineRead) {
        addField(lineStart, end);
      } else {
        startLineRead = true;
        startLineStart = lineStart;
        startLineEnd = end;
      }
      return false;
    }
    return startLineRead;
  }

  private void addField(int from, int to) {
    int at = fieldCount * OFFSETS;
    if (at == fields.length) {
      fields = Arrays.copyOf(fields, fields.length * 2);
    }
    int colon = from;
    while (colon < to && bytes[colon] != ':') {
      colon++;
    }
    int valueFrom = Math.min(colon + 1, to);
    int valueTo = to;
    while (valueFrom < valueTo && isBlank(bytes[valueFrom])) {
      valueFrom++;
    }
    while (valueTo > valueFrom && isBlank(bytes[valueTo - 1])) {
      valueTo--;
    }
    fields[at] = from;
    fields[at + 1] = colon;
    fields[at + 2] = valueFrom;
    fields[at + 3] = valueTo;
    fields[at + 4] = to;
    fieldCount++;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** The bytes of the head and, behind {@link #length()}, rubbish. Not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes the head has, the empty line included. */
  public int length() {
    return length;
  }

  /** Where the start line begins. */
  public int startLineStart() {
    return startLineStart;
  }

  /** Where the start line ends, its line end not counted. */
  public int startLineEnd() {
    return startLineEnd;
  }

  /** How many header field lines there are. */
  public int fieldCount() {
    return fieldCount;
  }

  /** Where the name of a field line begins: the first byte of the line. */
  public int nameStart(int field) {
    return fields[field * OFFSETS];
  }

  /** Where the name ends: at the first colon, or at the end of a line that has none. */
  public int nameEnd(int field) {
    return fields[field * OFFSETS + 1];
  }

  /** Where the value begins, blanks around it taken off. */
  public int valueStart(int field) {
    return fields[field * OFFSETS + 2];
  }

  /** Where the value ends. */
  public int valueEnd(int field) {
    return fields[field * OFFSETS + 3];
  }

  /** Where the line ends, its line end not counted. */
  public int lineEnd(int field) {
    return fields[field * OFFSETS + 4];
  }

  /** Whether the field has this name, which must be given in lower case. */
  public boolean isNamed(int field, String lowerCaseName) {
    int from = nameStart(field);
    if (nameEnd(field) - from != lowerCaseName.length()) {
      return false;
    }
    for (int i = 0; i < lowerCaseName.length(); i++) {
      byte b = bytes[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCaseName.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The first field of that lower-case name from index {@code from} on, or -1. */
  public int find(String lowerCaseName, int from) {
    for (int field = from; field < fieldCount; field++) {
      if (isNamed(field, lowerCaseName)) {
        return field;
      }
    }
    return -1;
  }

  /** A copy of a part, one character a byte, for places where speed does not matter. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
