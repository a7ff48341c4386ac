package io.albspec.proxy.api;

import java.util.Locale;

/** The place of a member in a request, as AWS names it in messages: {@code tags.1.member.key}. */
record Path(String text) {

  static final Path ROOT = new Path("");

  /** The member of that name below this place. */
  Path member(String name) {
    String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return new Path(text.isEmpty() ? lower : text + "." + lower);
  }

  /** The item of a list, counted from 1. */
  Path item(int number) {
    return new Path(text + "." + number + ".member");
  }

  /** The value of a map under that key. */
  Path entry(String key) {
    return new Path(text + "." + key);
  }

  @Override
  public String toString() {
    return text;
  }
}
