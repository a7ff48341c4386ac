package io.albspec.steps.evidence;

import io.albspec.steps.evidence.Conversation.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Everything that went over the connections of a scenario. */
public final class Transcript {

  private static final int MOST = 100;

  private final List<Supplier<List<Conversation>>> sources = new CopyOnWriteArrayList<>();

  /** Adds somebody who knows conversations. */
  public void from(Supplier<List<Conversation>> source) {
    sources.add(source);
  }

  /**
   * The conversations of clients, each with those of targets that began after it and before the
   * next; those before all clients stand together. Of more than a hundred the newest are kept.
   */
  List<Exchange> exchanges() {
    List<Exchange> exchanges = new ArrayList<>();
    List<Conversation> together = new ArrayList<>();
    for (Conversation each : inOrder()) {
      if (each.side() == Side.CLIENT && !together.isEmpty()) {
        exchanges.add(Exchange.of(together));
        together.clear();
      }
      together.add(each);
    }
    if (!together.isEmpty()) {
      exchanges.add(Exchange.of(together));
    }
    return exchanges;
  }

  private List<Conversation> inOrder() {
    List<Conversation> all =
        sources.stream()
            .flatMap(source -> source.get().stream())
            .sorted(Comparator.comparing(Conversation::at))
            .toList();
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }
}
