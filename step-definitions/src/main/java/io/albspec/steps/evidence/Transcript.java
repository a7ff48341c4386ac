package io.albspec.steps.evidence;

import io.albspec.steps.evidence.Conversation.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Everything that went over the connections of a scenario. */
public final class Transcript {

  private final List<Supplier<List<Conversation>>> sources = new CopyOnWriteArrayList<>();

  /** Adds somebody who knows conversations. */
  public void from(Supplier<List<Conversation>> source) {
    sources.add(source);
  }

  /**
   * The conversations of clients, each with those of targets that began after it and before the
   * next; those before all clients stand alone.
   */
  List<Exchange> exchanges() {
    List<Conversation> all =
        sources.stream()
            .flatMap(source -> source.get().stream())
            .sorted(Comparator.comparing(Conversation::at))
            .toList();
    List<Exchange> exchanges = new ArrayList<>();
    List<Conversation> together = new ArrayList<>();
    for (Conversation each : all) {
      if (each.side() == Side.CLIENT && !together.isEmpty()) {
        exchanges.add(exchange(together));
        together.clear();
      }
      together.add(each);
    }
    if (!together.isEmpty()) {
      exchanges.add(exchange(together));
    }
    return exchanges;
  }

  private static Exchange exchange(List<Conversation> together) {
    Instant began = together.get(0).at();
    return new Exchange(together.get(0).title(), began, together);
  }
}
