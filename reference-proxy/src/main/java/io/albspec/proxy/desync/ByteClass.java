package io.albspec.proxy.desync;

/** The classes of bytes that the analyser knows. */
final class ByteClass {

  private static final byte BAD = 1;
  private static final byte BLANK = 2;
  private static final byte TOKEN = 4;
  private static final byte VALUE = 8;
  private static final byte URI = 16;
  private static final byte ALPHANUMERIC = 32;
  private static final byte PLAIN = 64;
  private static final byte[] CLASSES = classes();

  private ByteClass() {}

  private static byte[] classes() {
    byte[] classes = new byte[256];
    for (int b = 0; b < classes.length; b++) {
      boolean digit = b >= '0' && b <= '9';
      boolean letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
      boolean blank = b == ' ' || b == '\t';
      boolean token = digit || letter || "!#$%&'*+-.^_`|~".indexOf(b) >= 0;
      int all = b == 0 || b == '\r' || b == '\n' ? BAD : 0;
      all |= blank ? BLANK : 0;
      all |= token ? TOKEN : 0;
      all |= blank || (b > ' ' && b != 0x7f) ? VALUE : 0;
      all |= b > ' ' && b != 0x7f ? URI : 0;
      all |= digit || letter ? ALPHANUMERIC : 0;
      all |= digit || letter || b == '-' ? PLAIN : 0;
      classes[b] = (byte) all;
    }
    return classes;
  }

  private static boolean is(byte b, byte wanted) {
    return (CLASSES[b & 0xff] & wanted) != 0;
  }

  /** NUL, CR or LF. */
  static boolean isBad(byte b) {
    return is(b, BAD);
  }

  /** Space or tab. */
  static boolean isBlank(byte b) {
    return is(b, BLANK);
  }

  /** A tchar of RFC 9110, 5.6.2. */
  static boolean isToken(byte b) {
    return is(b, TOKEN);
  }

  /** A letter, a digit or a hyphen: what the guide lets a valid field name have. */
  static boolean isPlain(byte b) {
    return is(b, PLAIN);
  }

  /** What a field value may have. */
  static boolean isValue(byte b) {
    return is(b, VALUE);
  }

  /** What a request target may have. */
  static boolean isUri(byte b) {
    return is(b, URI);
  }

  /** An ASCII letter or digit. */
  static boolean isAlphanumeric(byte b) {
    return is(b, ALPHANUMERIC);
  }
}
