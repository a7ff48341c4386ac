package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Payload;
import io.albspec.steps.world.Visitor;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What users of an ordinary HTTP library do and see. */
public final class VisitorSteps {

  private final Visitor visitor;
  private final Expectations expectations;

  /** The visitor of this scenario. */
  public VisitorSteps(Visitor visitor, Expectations expectations) {
    this.visitor = visitor;
    this.expectations = expectations;
  }

  /** Gets a page. */
  @When("a visitor opens {s}")
  public void opens(String path) {
    visitor.open(path);
  }

  /** The status in the end. */
  @Then("the visitor sees the status {n}")
  public void seesStatus(int status) {
    expectations.check(
        () -> assertThat(visitor.response().statusCode()).as("status").isEqualTo(status));
  }

  /** The text of the page. */
  @Then("the visitor reads {s}")
  public void reads(String text) {
    expectations.check(() -> assertThat(visitor.response().asString()).as("page").isEqualTo(text));
  }

  /** The bytes of the page. */
  @Then("the visitor gets {n} bytes")
  public void gets(int size) {
    expectations.check(
        () ->
            assertThat(visitor.response().asByteArray())
                .as("page")
                .isEqualTo(Payload.ofSize(size)));
  }
}
