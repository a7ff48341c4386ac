package io.albspec.steps.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a call was answered with. */
public sealed interface Answer {

  /** The name of the operation that was called. */
  String operation();

  /**
   * The call did what it should.
   *
   * @param operation its name
   * @param result its members
   */
  record Result(String operation, JsonNode result) implements Answer {

    /** What stands at a path, as text; empty if nothing does. */
    public Optional<String> at(String path) {
      return new TreePath(path).in(result);
    }

    /** The members of the list at a path, each like an answer of its own. */
    public Stream<Result> each(String path) {
      JsonNode list = new TreePath(path).node(result);
      return StreamSupport.stream(list.spliterator(), false)
          .map(member -> new Result(operation, member));
    }

    /**
     * What stands at a path, as text.
     *
     * @throws IllegalStateException if nothing does
     */
    public String text(String path) {
      return at(path).orElseThrow(() -> new IllegalStateException("no " + path + " in " + this));
    }
  }

  /**
   * The call was refused.
   *
   * @param operation its name
   * @param code the error code
   * @param message for people
   * @param blamesCaller whether the caller is said to be at fault
   */
  record Refusal(String operation, String code, String message, boolean blamesCaller)
      implements Answer {

    private static final String NOT_PERMITTED = "OperationNotPermitted";
    private static final String NOT_SUPPORTED = "not supported by ";

    /** Whether a driver says that its balancer has no means for this. */
    public boolean isUnsupported() {
      return code.equals(NOT_PERMITTED) && message.startsWith(NOT_SUPPORTED);
    }
  }
}
