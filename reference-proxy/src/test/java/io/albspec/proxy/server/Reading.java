package io.albspec.proxy.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a careful client makes of all the bytes that came as a response on a connection (RFC 9112).
 * Written without the balancer's code.
 *
 * @param content the body, without its framing
 * @param rest how many bytes came behind the response
 */
record Reading(Outcome outcome, int status, boolean ownError, String content, int rest) {

  enum Outcome {
    COMPLETE,
    CUT,
    MALFORMED
  }

  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.[01] ([1-5][0-9][0-9])( .*)?", Pattern.DOTALL);
  private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9a-fA-F]{1,15})([ \t;].*)?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  /**
   * Reads the final response.
   *
   * @param inOrder whether the connection was ended by FIN, not by RST
   * @param toHead whether the request was one for the head alone
   */
  static Reading of(String bytes, boolean inOrder, boolean toHead) {
    int at = 0;
    while (true) {
      List<String> lines = new ArrayList<>();
      at = head(bytes, at, lines);
      if (at < 0) {
        return new Reading(Outcome.CUT, 0, false, "", 0);
      }
      Matcher statusLine = STATUS_LINE.matcher(lines.get(0));
      int status = statusLine.matches() ? Integer.parseInt(statusLine.group(1)) : 101;
      if (status == 101) {
        return new Reading(Outcome.MALFORMED, 0, false, "", 0);
      }
      if (status >= 200) {
        Body body = body(lines, status, toHead, bytes.substring(at), inOrder);
        boolean own = lines.contains("Server: awselb/2.0");
        return new Reading(body.outcome, status, own, body.content, body.rest);
      }
    }
  }

  /** Where the head ends that begins there, or -1 if it does not. */
  private static int head(String bytes, int from, List<String> lines) {
    int at = from;
    for (int end = bytes.indexOf('\n', at); end >= 0; end = bytes.indexOf('\n', at)) {
      boolean cr = end > at && bytes.charAt(end - 1) == '\r';
      String line = bytes.substring(at, cr ? end - 1 : end);
      at = end + 1;
      if (!line.isEmpty()) {
        lines.add(line);
      } else if (!lines.isEmpty()) {
        return at;
      }
    }
    return -1;
  }

  private record Body(Outcome outcome, String content, int rest) {}

  private static Body body(
      List<String> lines, int status, boolean toHead, String bytes, boolean inOrder) {
    List<String> codings = values(lines, "transfer-encoding");
    List<String> lengths = values(lines, "content-length");
    boolean ambiguous = codings.size() + lengths.stream().distinct().count() > 1;
    if (ambiguous || !lengths.stream().allMatch(each -> LENGTH.matcher(each).matches())) {
      return new Body(Outcome.MALFORMED, "", 0);
    }
    if (toHead || status == 204 || status == 304) {
      return new Body(Outcome.COMPLETE, "", bytes.length());
    }
    if (!codings.isEmpty()) {
      boolean chunked = codings.get(0).equalsIgnoreCase("chunked");
      return chunked ? chunks(bytes) : new Body(Outcome.MALFORMED, "", 0);
    }
    if (lengths.isEmpty()) {
      return new Body(inOrder ? Outcome.COMPLETE : Outcome.CUT, bytes, 0);
    }
    long length = Long.parseLong(lengths.get(0));
    return length > bytes.length()
        ? new Body(Outcome.CUT, bytes, 0)
        : new Body(
            Outcome.COMPLETE, bytes.substring(0, (int) length), bytes.length() - (int) length);
  }

  private static List<String> values(List<String> lines, String name) {
    return lines.stream()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).replaceAll("^[ \t]+|[ \t]+$", ""))
        .toList();
  }

  private static Body chunks(String bytes) {
    StringBuilder content = new StringBuilder();
    int at = 0;
    while (true) {
      int line = bytes.indexOf("\r\n", at);
      Matcher size = CHUNK_SIZE.matcher(bytes.substring(at, Math.max(line, at)));
      if (line < 0 || !size.matches()) {
        return new Body(line < 0 ? Outcome.CUT : Outcome.MALFORMED, content.toString(), 0);
      }
      long length = Long.parseLong(size.group(1), 16);
      at = line + 2;
      if (length == 0) {
        int end = bytes.startsWith("\r\n", at) ? at : bytes.indexOf("\r\n\r\n", at) + 2;
        return end < at
            ? new Body(Outcome.CUT, content.toString(), 0)
            : new Body(Outcome.COMPLETE, content.toString(), bytes.length() - end - 2);
      }
      if (length + 2 > bytes.length() - at) {
        return new Body(Outcome.CUT, content + bytes.substring(at), 0);
      }
      content.append(bytes, at, at + (int) length);
      at += (int) length;
      if (!bytes.startsWith("\r\n", at)) {
        return new Body(Outcome.MALFORMED, content.toString(), 0);
      }
      at += 2;
    }
  }
}
