package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.markup.Element;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of an exchange, stretch by stretch, each with its direction. */
final class Wire {

  private static final Pattern ESCAPES = Pattern.compile("(?:\\\\x[0-9A-Fa-f]{2})+");

  private enum Direction {
    TO_TARGET(">> ", "balancer → target"),
    FROM_TARGET("<< ", "balancer ← target"),
    TO_BALANCER("> ", "client → balancer"),
    TO_CLIENT("< ", "client ← balancer"),
    NOTE("", "note");

    private final String prefix;
    private final String title;

    Direction(String prefix, String title) {
      this.prefix = prefix;
      this.title = title;
    }

    private boolean of(String line) {
      return line.startsWith(prefix) || line.equals(prefix.strip());
    }

    private String without(String line) {
      return line.length() < prefix.length() ? "" : line.substring(prefix.length());
    }
  }

  private final Element wire = element("div").styled("wire");
  private Direction current;
  private StringBuilder stretch = new StringBuilder();

  private Wire() {}

  static Element of(String body) {
    Wire wire = new Wire();
    body.lines().forEach(wire::line);
    wire.end();
    return wire.wire;
  }

  private void line(String line) {
    Direction direction =
        Arrays.stream(Direction.values()).filter(each -> each.of(line)).findFirst().orElseThrow();
    if (direction != current) {
      end();
      current = direction;
    }
    stretch.append(direction.without(line)).append('\n');
  }

  private void end() {
    if (stretch.length() > 0) {
      wire.add(
          element("div")
              .styled("flow " + Wording.lower(current))
              .add(element("span").styled("way").add(current.title))
              .add(escapesApart(element("pre"), stretch.toString())));
      stretch = new StringBuilder();
    }
  }

  /** Sets what stands for unprintable bytes apart from the text. */
  private static Element escapesApart(Element pre, String text) {
    Matcher escapes = ESCAPES.matcher(text);
    int done = 0;
    while (escapes.find()) {
      pre.add(text.substring(done, escapes.start())).add(element("i").add(escapes.group()));
      done = escapes.end();
    }
    return pre.add(text.substring(done));
  }
}
