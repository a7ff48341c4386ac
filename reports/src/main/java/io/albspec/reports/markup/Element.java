package io.albspec.reports.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An element, which grows by attributes and content until it is written. */
public final class Element implements Markup {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:-]*");
  private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Markup> content = new ArrayList<>();

  Element(String name) {
    this.name = checked(name);
  }

  /** Sets an attribute; the value is text. */
  public Element with(String attribute, String value) {
    attributes.put(checked(attribute), value);
    return this;
  }

  /** Sets the class attribute. */
  public Element styled(String names) {
    return with("class", names);
  }

  /** Adds a piece at the end. */
  public Element add(Markup piece) {
    content.add(piece);
    return this;
  }

  /** Adds a text at the end. */
  public Element add(String text) {
    return add(Markup.text(text));
  }

  @Override
  public void writeTo(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute).append("=\"");
          Markup.text(value).writeTo(out);
          out.append('"');
        });
    if (VOID.contains(name)) {
      out.append("/>");
      return;
    }
    out.append('>');
    content.forEach(piece -> piece.writeTo(out));
    out.append("</").append(name).append('>');
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name: " + name);
    }
    return name;
  }
}
