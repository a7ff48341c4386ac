package io.albspec.proxy.stickiness;

import io.albspec.proxy.exchange.MessageHead;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is told about the program that a client uses. */
final class UserAgent {

  private static final String FIELD = "user-agent";
  private static final Pattern CHROMIUM = Pattern.compile("Chrom(?:e|ium)/([0-9]{1,9})");
  private static final int FIRST_VERSION = 80;

  private UserAgent() {}

  /**
   * Whether it is Chromium 80 or newer, or made of it. From then on Chromium sends cookies with
   * requests of other origins only if they have SameSite=None and Secure; older ones do not know
   * that, and may take it for Strict.
   */
  static boolean isChromium80(MessageHead head) {
    int field = head.find(FIELD, 0);
    if (field < 0) {
      return false;
    }
    Matcher version = CHROMIUM.matcher(head.text(head.valueStart(field), head.valueEnd(field)));
    return version.find() && Integer.parseInt(version.group(1)) >= FIRST_VERSION;
  }
}
