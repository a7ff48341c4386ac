package io.albspec.steps.evidence;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.List;

/**
 * One connection of a client, and what the balancer did with targets meanwhile.
 *
 * @param title what to call it
 * @param at when it began
 * @param conversations what went over the connections, the client's first
 */
record Exchange(String title, Instant at, List<Conversation> conversations) {

  Exchange {
    conversations = List.copyOf(conversations);
  }

  /** The bytes as text, with a mark for their direction before each line. */
  String text() {
    return conversations.stream().map(Conversation::text).collect(Collectors.joining());
  }
}
