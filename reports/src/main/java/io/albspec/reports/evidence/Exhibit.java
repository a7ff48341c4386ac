package io.albspec.reports.evidence;

import java.util.Arrays;

/**
 * A text that a scenario attached.
 *
 * @param kind what it shows
 * @param title may be empty
 * @param body at most {@link #LIMIT} characters of it
 * @param omitted how many characters were cut off
 */
public record Exhibit(Kind kind, String title, String body, int omitted) {

  /** Characters kept of one attachment. */
  public static final int LIMIT = 64 * 1024;

  /** What an exhibit shows. */
  public enum Kind {
    /** Bytes of one exchange, each line with its direction in front. */
    WIRE("text/x.albspec.wire+plain"),
    /** The configuration as rendered for the system under test. */
    CONFIGURATION("text/x.albspec.config+plain"),
    /** Why a driver refused. */
    UNSUPPORTED("text/x.albspec.unsupported+plain"),
    /** Any other text. */
    TEXT("text/");

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }
  }

  /** Takes so much of a text as is kept. */
  static Exhibit of(Kind kind, String title, String body) {
    int kept = Math.min(body.length(), LIMIT);
    if (kept < body.length() && Character.isHighSurrogate(body.charAt(kept - 1))) {
      kept--;
    }
    return new Exhibit(kind, title, body.substring(0, kept), body.length() - kept);
  }

  /** The same exhibit without its text; a reason, which is short, stays. */
  Exhibit emptied() {
    return kind == Kind.UNSUPPORTED ? this : new Exhibit(kind, title, "", body.length() + omitted);
  }

  /** Whether attachments of that media type are shown at all. */
  static boolean shown(String mediaType) {
    return mediaType.startsWith(Kind.TEXT.mediaType);
  }

  /** The kind of a media type that is shown. */
  static Kind kind(String mediaType) {
    return Arrays.stream(Kind.values())
        .filter(kind -> mediaType.startsWith(kind.mediaType))
        .findFirst()
        .orElse(Kind.TEXT);
  }
}
