package io.albspec.steps.world;

import io.albspec.fixtures.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A version of HTTP over a client's connection: how it asks, and what it has got. */
interface Speech {

  /** A request that a response is expected to. */
  record Asked(String method, String target) {}

  /** Sends a request; if the balancer does not take it, that shows in its response. */
  void ask(Request request) throws IOException;

  /** Sends bytes that hold these requests. */
  void send(byte[] bytes, List<Asked> requests) throws IOException;

  /** Takes what has come, and waits a moment for more. */
  void receive(Duration wait) throws IOException;

  /** The same where an interim response counts. */
  void receiveInterim(Duration wait) throws IOException;

  /** The requests that have been sent, in order. */
  List<Asked> asked();

  /** The final response to the request with that number, from 1; empty if it has not come. */
  Optional<Response> response(int number);

  /** The final responses that have come. */
  List<Response> responses();

  /** The interim responses that have been taken one by one. */
  List<Response> interim();

  /** Whether the response with that number cannot come any more. */
  boolean isOver(int number);

  /** Whether a part of it has come, and the rest cannot. */
  boolean isCutOff(int number);

  /** What went wrong, for messages; empty if nothing did. */
  String trouble();

  /** How many bytes of requests were sent. */
  long sentCount();

  /** How many bytes of responses have come. */
  long receivedCount();

  /** The bytes that have come and belong to no response. */
  byte[] unread();

  /** All that went over the connection. */
  String transcript();
}
