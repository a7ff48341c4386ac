package io.albspec.steps.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.api.Answer;
import io.albspec.steps.api.Answer.Refusal;
import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.verdict.Expectations;
import java.util.Map;
import java.util.Optional;

/** What the answer to the newest call must be. */
public final class Answers {

  private final Calls calls;
  private final Expectations expectations;

  /** Looks at the newest of these calls. */
  public Answers(Calls calls, Expectations expectations) {
    this.calls = calls;
    this.expectations = expectations;
  }

  /** It is a result. */
  public void isResult() {
    expectations.check(() -> assertThat(calls.newest()).as("the call").isInstanceOf(Result.class));
  }

  /** It is a refusal that blames the caller. */
  public void isRefused() {
    expectations.check(
        () ->
            assertThat(refusal())
                .as("the call")
                .matches(Refusal::blamesCaller, "is refused and blames the caller"));
  }

  /** It is a refusal with a code. */
  public void isRefusedWith(String code) {
    expectations.check(
        () -> assertThat(refusal().code()).as("error code of %s", calls.newest()).isEqualTo(code));
  }

  /** It is a refusal whose message contains something. */
  public void refusalNames(String part) {
    expectations.check(
        () -> assertThat(refusal().message()).as("message of the refusal").contains(part));
  }

  /** It is a result with these fields, each at its path. */
  public void has(Map<String, String> fields) {
    isResult();
    fields.forEach(this::has);
  }

  private void has(String path, String expected) {
    Result result = (Result) calls.newest();
    expectations.check(
        () -> {
          Optional<String> actual = result.at(path);
          assertThat(actual)
              .as("%s in the answer %s", path, result.result())
              .matches(new FieldMatch(expected)::matches, "is " + expected);
        });
  }

  private Refusal refusal() {
    Answer answer = calls.newest();
    assertThat(answer).as("the call").isInstanceOf(Refusal.class);
    return (Refusal) answer;
  }
}
