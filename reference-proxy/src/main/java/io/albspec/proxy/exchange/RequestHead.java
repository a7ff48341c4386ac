package io.albspec.proxy.exchange;

/**
 * The parts of a request head. Offsets are into the bytes of {@link #head()}; a part that is not
 * there has equal start and end.
 *
 * <p>The request line is split as the desync analyser splits it: the method ends at the first
 * space, the version begins behind the last space that has a token character to its right, and what
 * lies between is the target, inner spaces included.
 */
public final class RequestHead {

  private static final String HOST = "host";
  private static final int VERSION_LENGTH = 8;

  private final MessageHead head;
  private int methodStart;
  private int methodEnd;
  private int targetStart;
  private int targetEnd;
  private int versionStart;
  private int versionEnd;
  private int hostStart;
  private int hostEnd;
  private int pathStart;
  private int pathEnd;
  private int queryStart;
  private boolean absolute;
  private final NormalPart normalPath = new NormalPart();
  private final NormalPart normalQuery = new NormalPart();
  private boolean pathNormalised;
  private boolean queryNormalised;

  /** A view of heads that will be read into this buffer. */
  public RequestHead(MessageHead head) {
    this.head = head;
  }

  /** Splits the head that has just been read completely. */
  public void parse() {
    byte[] bytes = head.bytes();
    int end = head.startLineEnd();
    methodStart = head.startLineStart();
    methodEnd = indexOf(bytes, ' ', methodStart, end);
    targetStart = Math.min(methodEnd + 1, end);
    splitVersion(bytes, end);
    splitTarget(bytes);
    pathNormalised = false;
    queryNormalised = false;
  }

  private void splitVersion(byte[] bytes, int end) {
    int at = end - 1;
    while (at >= targetStart && !isToken(bytes[at])) {
      at--;
    }
    while (at >= targetStart && bytes[at] != ' ') {
      at--;
    }
    if (at >= targetStart) {
      targetEnd = at;
      versionStart = at + 1;
      versionEnd = end;
    } else if (startsWithHttp1(bytes, targetStart, end)) {
      targetEnd = targetStart;
      versionStart = targetStart;
      versionEnd = end;
    } else {
      targetEnd = end;
      versionStart = end;
      versionEnd = end;
    }
  }

  private void splitTarget(byte[] bytes) {
    int authority = authorityStart(bytes);
    absolute = authority >= 0;
    if (absolute) {
      hostStart = authority;
      hostEnd = endOfAuthority(bytes, authority);
      pathStart = hostEnd;
    } else {
      int host = head.find(HOST, 0);
      hostStart = host < 0 ? 0 : head.valueStart(host);
      hostEnd = host < 0 ? 0 : head.valueEnd(host);
      pathStart = targetStart;
    }
    pathEnd = pathStart;
    while (pathEnd < targetEnd && bytes[pathEnd] != '?' && bytes[pathEnd] != '#') {
      pathEnd++;
    }
    queryStart = pathEnd < targetEnd && bytes[pathEnd] == '?' ? pathEnd + 1 : -1;
  }

  /** Where the authority of an absolute-form target begins, or -1 (RFC 9112, 3.2.2). */
  private int authorityStart(byte[] bytes) {
    int at = targetStart;
    while (at < targetEnd && isSchemeByte(bytes[at])) {
      at++;
    }
    boolean scheme = at > targetStart && at + 2 < targetEnd;
    return scheme && bytes[at] == ':' && bytes[at + 1] == '/' && bytes[at + 2] == '/' ? at + 3 : -1;
  }

  private int endOfAuthority(byte[] bytes, int from) {
    int at = from;
    while (at < targetEnd && bytes[at] != '/' && bytes[at] != '?' && bytes[at] != '#') {
      at++;
    }
    return at;
  }

  /** Where a byte is first, or {@code to} if it is not there. */
  public static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static boolean startsWithHttp1(byte[] bytes, int from, int to) {
    String http1 = "HTTP/1.";
    if (to - from < http1.length()) {
      return false;
    }
    for (int i = 0; i < http1.length(); i++) {
      if (bytes[from + i] != http1.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSchemeByte(byte b) {
    return isAlphanumeric(b) || b == '+' || b == '-' || b == '.';
  }

  /** Whether the byte is a tchar of RFC 9110, 5.6.2. */
  public static boolean isToken(byte b) {
    return isAlphanumeric(b) || (b > 0 && "!#$%&'*+-.^_`|~".indexOf(b) >= 0);
  }

  private static boolean isAlphanumeric(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }

  /** The bytes and the header fields. */
  public MessageHead head() {
    return head;
  }

  /** Where the method begins. */
  public int methodStart() {
    return methodStart;
  }

  /** Where the method ends. */
  public int methodEnd() {
    return methodEnd;
  }

  /** Whether the method is exactly this one; methods are case-sensitive. */
  public boolean isMethod(String method) {
    if (methodEnd - methodStart != method.length()) {
      return false;
    }
    byte[] bytes = head.bytes();
    for (int i = 0; i < method.length(); i++) {
      if (bytes[methodStart + i] != method.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where the request target begins. */
  public int targetStart() {
    return targetStart;
  }

  /** Where the request target ends. */
  public int targetEnd() {
    return targetEnd;
  }

  /** Whether the target is in absolute form, {@code http://host/path}. */
  public boolean isAbsolute() {
    return absolute;
  }

  /** Where the version begins. */
  public int versionStart() {
    return versionStart;
  }

  /** Where the version ends, trailing blanks included. */
  public int versionEnd() {
    return versionEnd;
  }

  /**
   * The minor version of HTTP/1: 1 for all from HTTP/1.1 on, 0 for HTTP/1.0, HTTP/0.9 and a request
   * without a version, -1 for what is no such version. Blanks around it do not count.
   */
  public int minorVersion() {
    byte[] bytes = head.bytes();
    int from = versionStart;
    int to = versionEnd;
    while (from < to && isBlank(bytes[from])) {
      from++;
    }
    while (to > from && isBlank(bytes[to - 1])) {
      to--;
    }
    if (from == to) {
      return 0;
    }
    if (to - from != VERSION_LENGTH) {
      return -1;
    }
    if (!startsWithHttp1(bytes, from, to)) {
      return isHttp09(bytes, from) ? 0 : -1;
    }
    int minor = bytes[to - 1] - '0';
    return minor < 0 || minor > 9 ? -1 : Math.min(minor, 1);
  }

  private static boolean isHttp09(byte[] bytes, int from) {
    String http09 = "HTTP/0.9";
    for (int i = 0; i < http09.length(); i++) {
      if (bytes[from + i] != http09.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Where the host begins: of an absolute-form target, else of the first Host header. */
  public int hostStart() {
    return hostStart;
  }

  /** Where the host ends, a port included if there is one. */
  public int hostEnd() {
    return hostEnd;
  }

  /** Where the name or address of the host ends, its port not counted. */
  public int hostNameEnd() {
    byte[] bytes = head.bytes();
    for (int at = hostEnd - 1; at >= hostStart && bytes[at] != ']'; at--) {
      if (bytes[at] == ':') {
        return at;
      }
    }
    return hostEnd;
  }

  /**
   * Where the path begins; a target without one, such as {@code http://host}, has an empty path.
   */
  public int pathStart() {
    return pathStart;
  }

  /** Where the path ends. */
  public int pathEnd() {
    return pathEnd;
  }

  /** Where the query begins, behind the question mark, or -1; it ends with the target. */
  public int queryStart() {
    return queryStart;
  }

  /** The path, normalised when it is first asked for; an empty one is {@code /}. */
  public NormalPart normalPath() {
    if (!pathNormalised) {
      normalPath.path(head.bytes(), pathStart, pathEnd);
      pathNormalised = true;
    }
    return normalPath;
  }

  /** The query, normalised when it is first asked for; empty if there is none. */
  public NormalPart normalQuery() {
    if (!queryNormalised) {
      normalQuery.query(head.bytes(), queryStart < 0 ? targetEnd : queryStart, targetEnd);
      queryNormalised = true;
    }
    return normalQuery;
  }
}
