package io.albspec.proxy.plan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.proxy.exchange.Exchange;
import java.util.BitSet;
import java.util.Map;

/**
 * Rule sets by literals in a hash table. A value's bytes are hashed one by one, from its start or
 * from its end, and looked up at each length that a literal has. The case of letters plays no part.
 */
final class LiteralTable {

  private static final int SLOTS_PER_LITERAL = 2;
  private static final int FACTOR = 31;

  private final boolean backwards;
  private final BitSet lengths = new BitSet();
  private final byte[][] literals;
  private final RuleSet[] sets;

  /**
   * Holds these rule sets.
   *
   * @param backwards whether the literals are looked for at the ends of values
   */
  LiteralTable(Map<String, RuleSet> byLiteral, boolean backwards) {
    this.backwards = backwards;
    int slots = Integer.highestOneBit(Math.max(1, SLOTS_PER_LITERAL * byLiteral.size())) * 2;
    literals = new byte[slots][];
    sets = new RuleSet[slots];
    byLiteral.forEach(this::put);
  }

  private void put(String text, RuleSet set) {
    byte[] literal = text.getBytes(ISO_8859_1);
    int slot = slot(hash(literal, 0, literal.length));
    while (sets[slot] != null) {
      slot = next(slot);
    }
    lengths.set(literal.length);
    literals[slot] = literal;
    sets[slot] = set;
  }

  /** Searches the rules whose literal is the value. */
  Rule searchWhole(byte[] bytes, int from, int to, Exchange exchange, Rule before) {
    int length = to - from;
    return lengths.get(length)
        ? search(hash(bytes, from, to), length, bytes, from, to, exchange, before)
        : before;
  }

  private int hash(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = 0; i < to - from; i++) {
      hash = hash * FACTOR + folded(bytes, from, to, i);
    }
    return hash;
  }

  /** Searches the rules whose literal is at the start of the value, or at its end. */
  Rule searchParts(byte[] bytes, int from, int to, Exchange exchange, Rule before) {
    Rule found = before;
    int most = Math.min(to - from, lengths.length() - 1);
    int hash = 0;
    for (int length = 1; length <= most; length++) {
      hash = hash * FACTOR + folded(bytes, from, to, length - 1);
      if (lengths.get(length)) {
        found = search(hash, length, bytes, from, to, exchange, found);
      }
    }
    return found;
  }

  private Rule search(
      int hash, int length, byte[] bytes, int from, int to, Exchange exchange, Rule before) {
    for (int slot = slot(hash); sets[slot] != null; slot = next(slot)) {
      if (isLiteral(literals[slot], length, bytes, from, to)) {
        return sets[slot].search(exchange, before);
      }
    }
    return before;
  }

  private boolean isLiteral(byte[] literal, int length, byte[] bytes, int from, int to) {
    if (literal.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (folded(literal, 0, length, i) != folded(bytes, from, to, i)) {
        return false;
      }
    }
    return true;
  }

  /** The byte that comes at this place in the direction of the table, in lower case. */
  private int folded(byte[] bytes, int from, int to, int at) {
    byte b = bytes[backwards ? to - 1 - at : from + at];
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 16) & (sets.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (sets.length - 1);
  }
}
