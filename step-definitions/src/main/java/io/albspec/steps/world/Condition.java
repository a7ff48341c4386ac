package io.albspec.steps.world;

import io.albspec.steps.api.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule asks of a request, as a step says it: {@code the path "/a" or "/b" and ...}. */
public final class Condition {

  private static final String KIND = "(?:path|host|method|query|source|header \"[^\"]*\" with)";
  private static final String VALUES = "\"[^\"]*\"(?: or \"[^\"]*\")*";
  private static final String ONE = "the " + KIND + " " + VALUES;

  /** The text of a condition. */
  public static final String PATTERN = ONE + "(?: and " + ONE + ")*";

  private static final Pattern PART =
      Pattern.compile(
          "the (?<kind>[a-z]+) (?:\"(?<name>[^\"]*)\" with )?(?<values>" + VALUES + ")");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final List<Part> parts;

  private enum Kind {
    PATH("path-pattern", "PathPatternConfig"),
    HOST("host-header", "HostHeaderConfig"),
    METHOD("http-request-method", "HttpRequestMethodConfig"),
    QUERY("query-string", "QueryStringConfig"),
    SOURCE("source-ip", "SourceIpConfig"),
    HEADER("http-header", "HttpHeaderConfig");

    private final String field;
    private final String config;

    Kind(String field, String config) {
      this.field = field;
      this.config = config;
    }
  }

  /** One condition; the name is that of a header field, or null. */
  private record Part(Kind kind, String name, List<String> values) {

    void in(Members call, String member) {
      call.with(member + ".Field", kind.field);
      String config = member + "." + kind.config;
      if (name != null) {
        call.with(config + ".HttpHeaderName", name);
      }
      if (kind == Kind.QUERY) {
        pairs(call, config);
      } else {
        call.listing(config + ".Values", values);
      }
    }

    private void pairs(Members call, String config) {
      int number = 0;
      for (String pair : values) {
        String member = config + ".Values[" + ++number + "]";
        int equals = pair.indexOf('=');
        if (equals >= 0) {
          call.with(member + ".Key", pair.substring(0, equals));
        }
        call.with(member + ".Value", pair.substring(equals + 1));
      }
    }
  }

  private Condition(List<Part> parts) {
    this.parts = parts;
  }

  /** The condition a text describes; the text matches {@link #PATTERN}. */
  public static Condition of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      List<String> values =
          QUOTED.matcher(part.group("values")).results().map(quoted -> quoted.group(1)).toList();
      Kind kind = Kind.valueOf(part.group("kind").toUpperCase(Locale.ROOT));
      parts.add(new Part(kind, part.group("name"), values));
    }
    return new Condition(List.copyOf(parts));
  }

  Members in(Members call) {
    int number = 0;
    for (Part part : parts) {
      part.in(call, "Conditions[" + ++number + "]");
    }
    return call;
  }
}
