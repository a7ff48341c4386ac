package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A server's way of reading requests, with its own opinion of what a head means. Written without
 * the balancer's code, and as careless as servers have been seen to be.
 */
enum Reader {
  /** Goes by Transfer-Encoding where there is one; reads names and values exactly. */
  STRICT,
  /** Goes by the first Content-Length even if there are chunks. */
  FIRST_LENGTH_FIRST,
  /** The same by the last one. */
  LAST_LENGTH_FIRST,
  /** Takes a name for Transfer-Encoding if it is once everything but letters is left away. */
  LETTERS_ONLY,
  /** Takes any value that mentions chunked for chunked. */
  CHUNKED_ANYWHERE,
  /** Ends lines at CR too. */
  BARE_CR,
  /** Joins lines that begin with a blank to the line before. */
  UNFOLDING;

  /** How many requests there are, or -1 if the bytes do not end with one. */
  int count(String bytes) {
    int at = 0;
    int requests = 0;
    while (at < bytes.length()) {
      int end = bytes.indexOf("\r\n\r\n", at);
      if (end < 0) {
        return -1;
      }
      at = bodyEnd(lines(bytes.substring(at, end)), bytes, end + 4);
      if (at < 0 || at > bytes.length()) {
        return -1;
      }
      requests++;
    }
    return requests;
  }

  private List<String> lines(String head) {
    String text = this == BARE_CR ? head.replace("\r\n", "\r").replace('\r', '\n') : head;
    List<String> lines = new ArrayList<>();
    for (String line : text.split(this == BARE_CR ? "\n" : "\r\n", -1)) {
      boolean folded = this == UNFOLDING && (line.startsWith(" ") || line.startsWith("\t"));
      if (folded && !lines.isEmpty()) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line);
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private int bodyEnd(List<String> lines, String bytes, int bodyStart) {
    boolean chunked = false;
    List<Long> lengths = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).strip();
      chunked |= isNamed(name, "transfer-encoding") && isChunked(value);
      if (isNamed(name, "content-length") && value.matches("[0-9]{1,15}")) {
        lengths.add(Long.valueOf(value));
      }
    }
    boolean byLength = this == FIRST_LENGTH_FIRST || this == LAST_LENGTH_FIRST;
    if (byLength && !lengths.isEmpty()) {
      chunked = false;
    }
    if (chunked) {
      return chunksEnd(bytes, bodyStart);
    }
    int which = this == LAST_LENGTH_FIRST ? lengths.size() - 1 : 0;
    return lengths.isEmpty() ? bodyStart : bodyStart + (int) Math.min(lengths.get(which), 1 << 29);
  }

  private boolean isNamed(String name, String wanted) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (this == LETTERS_ONLY) {
      return lower.replaceAll("[^a-z]", "").equals(wanted.replace("-", ""));
    }
    return lower.equals(wanted);
  }

  private boolean isChunked(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return this == CHUNKED_ANYWHERE ? lower.contains("chunked") : lower.endsWith("chunked");
  }

  private static int chunksEnd(String bytes, int from) {
    int at = from;
    while (true) {
      int line = bytes.indexOf("\r\n", at);
      if (line < 0 || !bytes.substring(at, line).matches("[0-9a-fA-F]{1,7}")) {
        return -1;
      }
      int size = Integer.parseInt(bytes.substring(at, line), 16);
      if (size == 0) {
        int end = bytes.indexOf("\r\n\r\n", line);
        return end < 0 ? -1 : end + 4;
      }
      at = line + 2 + size;
      if (at + 2 > bytes.length() || !bytes.startsWith("\r\n", at)) {
        return -1;
      }
      at += 2;
    }
  }

  /** As text, one character a byte. */
  static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
