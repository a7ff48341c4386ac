package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The fields that the Connection fields of a head name: they concern one connection only (RFC 9110,
 * 7.6.1). Found once a head, so that the work stays linear however many fields and options a peer
 * sends; nothing is allocated for a head that names none.
 */
public final class ConnectionOptions {

  private static final ConnectionOptions NONE = new ConnectionOptions(Set.of());

  private final Set<String> names;

  private ConnectionOptions(Set<String> names) {
    this.names = names;
  }

  /** Those of a head. */
  public static ConnectionOptions of(MessageHead head) {
    Set<String> names = Set.of();
    for (int field = 0; field < head.fieldCount(); field++) {
      if (KnownField.of(head, field) == KnownField.CONNECTION
          && !saysOnlyWhetherToClose(head, field)) {
        names = names.isEmpty() ? new HashSet<>() : names;
        addOptions(head, field, names);
      }
    }
    return names.isEmpty() ? NONE : new ConnectionOptions(names);
  }

  private static boolean saysOnlyWhetherToClose(MessageHead head, int field) {
    return FieldValue.is(head, field, "keep-alive") || FieldValue.is(head, field, "close");
  }

  private static void addOptions(MessageHead head, int field, Set<String> names) {
    byte[] bytes = head.bytes();
    int end = head.valueEnd(field);
    for (int from = head.valueStart(field); from < end; from++) {
      int to = from;
      while (to < end && bytes[to] != ',') {
        to++;
      }
      String option =
          head.text(FieldValue.trimStart(bytes, from, to), FieldValue.trimEnd(bytes, from, to));
      names.add(option.toLowerCase(Locale.ROOT));
      from = to;
    }
  }

  /** Whether this field of the head is named. */
  public boolean name(MessageHead head, int field) {
    return !names.isEmpty()
        && names.contains(
            head.text(head.nameStart(field), head.nameEnd(field)).toLowerCase(Locale.ROOT));
  }
}
