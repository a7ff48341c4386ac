package io.albspec.steps.glue;

import io.albspec.steps.api.Members;
import io.albspec.steps.world.Answers;
import io.albspec.steps.world.Calls;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;

/** Calls of users, and what they are answered with. */
public final class ApiSteps {

  private final Calls calls;
  private final Answers answers;
  private final Rows rows;

  /** Calls in this scenario. */
  public ApiSteps(Calls calls, Answers answers, Rows rows) {
    this.calls = calls;
    this.answers = answers;
    this.rows = rows;
  }

  /** Calls an operation without members. */
  @When("a user calls {s}")
  public void calls(String operation) {
    calls.call(operation, new Members());
  }

  /** Calls an operation with the members of a table. */
  @When("a user calls {s} with:")
  public void calls(String operation, DataTable members) {
    calls.call(operation, new Members().with(rows.of(members)));
  }

  /** Calls an operation so often, all but the last time with success. */
  @When("a user calls {s} {n} times with:")
  public void calls(String operation, int times, DataTable members) {
    Map<String, String> row = rows.of(members);
    for (int number = 1; number <= times; number++) {
      if (number > 1) {
        answers.isResult();
      }
      calls.call(operation, new Members().with(rows.numbered(row, number)));
    }
  }

  /** The newest call has a result. */
  @Then("the call succeeds")
  public void succeeds() {
    answers.isResult();
  }

  /** The newest call was refused and the caller blamed. */
  @Then("the call is refused")
  public void isRefused() {
    answers.isRefused();
  }

  /** The newest call was refused with a code. */
  @Then("the call is refused with {s}")
  public void isRefusedWith(String code) {
    answers.isRefusedWith(code);
  }

  /** The newest call was refused with a code, and the message contains something. */
  @Then("the call is refused with {s} and a message that names {s}")
  public void isRefusedWith(String code, String part) {
    answers.isRefusedWith(code);
    answers.refusalNames(part);
  }

  /** The result has these fields. */
  @Then("the answer has:")
  public void has(DataTable fields) {
    answers.has(rows.of(fields));
  }
}
