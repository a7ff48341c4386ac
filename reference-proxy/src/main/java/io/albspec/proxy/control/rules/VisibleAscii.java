package io.albspec.proxy.control.rules;

/** The characters that rules apply to (guide, "Rule condition types"). */
final class VisibleAscii {

  static final String DEMAND = "only visible ASCII characters and spaces are allowed";

  private VisibleAscii() {}

  static boolean only(String text) {
    return text.chars().allMatch(character -> character >= 0x20 && character <= 0x7E);
  }
}
