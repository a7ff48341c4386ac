package io.albspec.steps.world;

import io.albspec.steps.api.Answer;
import io.albspec.steps.api.Answer.Refusal;
import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.ElbApi;
import io.albspec.steps.api.Members;
import io.albspec.steps.api.ShiftApi;
import io.albspec.steps.verdict.SetupException;
import io.albspec.steps.verdict.UnsupportedException;
import java.util.Optional;

/** The calls of one scenario. */
public final class Calls implements AutoCloseable {

  private final Sut sut;
  private final Resources resources;
  private Optional<ElbApi> api = Optional.empty();
  private Optional<Answer> newest = Optional.empty();
  private Optional<String> refused = Optional.empty();
  private long changes;

  /** Calls to that system; what they make is noted. */
  public Calls(Sut sut, Resources resources) {
    this.sut = sut;
    this.resources = resources;
  }

  /**
   * A call of a user, whose answer can be looked at.
   *
   * @throws UnsupportedException if the driver of the system refuses it
   */
  public Answer call(String operation, Members members) {
    return remember(sent(operation, members));
  }

  /**
   * A call that sets the scene.
   *
   * @throws SetupException if it is refused
   * @throws UnsupportedException if the driver of the system refuses it
   */
  public Result require(String operation, Members members) {
    Answer answer = noted(sent(operation, members));
    if (answer instanceof Result result) {
      return result;
    }
    throw new SetupException(answer + " was the answer to " + operation + " with " + members);
  }

  /**
   * A call of the harness itself, which leaves no trace in the scenario.
   *
   * @throws UnsupportedException if the driver of the system refuses it
   */
  public Answer aside(String operation, Members members) {
    return supported(sent(operation, members));
  }

  /** Takes an answer that a command got as that of the newest call. */
  public Answer remember(Answer answer) {
    newest = Optional.of(noted(answer));
    return answer;
  }

  /** The answer to the newest call of a user. */
  public Answer newest() {
    return newest.orElseThrow(() -> new IllegalStateException("no call was made"));
  }

  /** Why the driver refused a call, if it did. */
  public Optional<String> refused() {
    return refused;
  }

  /** Counts calls that may have changed the configuration. */
  public long changes() {
    return changes;
  }

  private Answer noted(Answer answer) {
    if (supported(answer) instanceof Result result) {
      resources.learn(result);
      changes += result.operation().matches("(Describe|Get|List).*") ? 0 : 1;
    }
    return answer;
  }

  private Answer supported(Answer answer) {
    if (answer instanceof Refusal refusal && refusal.isUnsupported()) {
      refused = Optional.of(refusal.message());
      throw new UnsupportedException(refusal.message());
    }
    return answer;
  }

  private Answer sent(String operation, Members members) {
    return ShiftApi.serves(operation)
        ? new ShiftApi(sut.deployment().endpoint()).call(operation, members)
        : api().call(operation, members);
  }

  private ElbApi api() {
    if (api.isEmpty()) {
      api =
          Optional.of(
              new ElbApi(sut.deployment().endpoint(), sut.deployment().surroundings().region()));
    }
    return api.get();
  }

  @Override
  public void close() {
    api.ifPresent(ElbApi::close);
  }
}
