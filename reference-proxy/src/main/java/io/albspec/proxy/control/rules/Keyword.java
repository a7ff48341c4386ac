package io.albspec.proxy.control.rules;

/** The reserved keywords of a redirect, each standing for a part of the request's URL. */
enum Keyword {
  PROTOCOL("#{protocol}"),
  HOST("#{host}"),
  PORT("#{port}"),
  PATH("#{path}"),
  QUERY("#{query}");

  private final String text;

  Keyword(String text) {
    this.text = text;
  }

  /** The text without the first appearance of each of these keywords. */
  static String strip(String text, Keyword... keywords) {
    String rest = text;
    for (Keyword keyword : keywords) {
      int at = rest.indexOf(keyword.text);
      if (at >= 0) {
        rest = rest.substring(0, at) + rest.substring(at + keyword.text.length());
      }
    }
    return rest;
  }
}
