package io.albspec.steps.driver.haproxy;

import java.util.List;

/** The text of a configuration, written section by section. */
final class Sections {

  private final StringBuilder text = new StringBuilder();

  /** Begins a section, such as {@code backend blue}. */
  Sections section(String title) {
    text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
    return this;
  }

  /** Adds a directive to the section. */
  Sections line(String directive) {
    text.append("  ").append(directive).append('\n');
    return this;
  }

  Sections lines(List<String> directives) {
    directives.forEach(this::line);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
