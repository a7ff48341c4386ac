package io.albspec.steps.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.albspec.fixtures.client.Response;
import io.albspec.steps.glue.ResponseSteps.Which;
import io.albspec.steps.verdict.Expectations;
import io.albspec.steps.world.Cookies;
import io.albspec.steps.world.Cookies.SetCookie;
import io.albspec.steps.world.Responses;
import io.cucumber.java.en.Then;

/** The cookies that clients get. */
public final class CookieSteps {

  private static final long CLOCK_SECONDS = 2;

  private final Responses responses;
  private final Expectations expectations;

  /** The cookies of these responses. */
  public CookieSteps(Responses responses, Expectations expectations) {
    this.responses = responses;
    this.expectations = expectations;
  }

  /** One cookie of that name. */
  @Then("{response} sets the cookie {s}")
  public void sets(Which which, String name) {
    expectations.check(() -> cookie(get(which), name));
  }

  /** One cookie of that name, with that attribute. */
  @Then("{response} sets the cookie {s} with the attribute {s}")
  public void sets(Which which, String name, String attribute) {
    expectations.check(
        () ->
            assertThat(cookie(get(which), name).attributes())
                .as("attributes of %s", name)
                .contains(attribute));
  }

  /** No attribute of that name. */
  @Then("{response} sets the cookie {s} without the attribute {s}")
  public void setsWithout(Which which, String name, String attribute) {
    expectations.check(
        () ->
            assertThat(cookie(get(which), name).attributes())
                .as("attributes of %s", name)
                .noneMatch(each -> each.equals(attribute) || each.startsWith(attribute + "=")));
  }

  /** By its Expires. */
  @Then("{response} sets the cookie {s} to expire after {n} s")
  public void setsToExpire(Which which, String name, int seconds) {
    expectations.check(
        () ->
            assertThat(Cookies.lifetime(get(which), cookie(get(which), name)).toSeconds())
                .as("seconds until %s expires", name)
                .isCloseTo(seconds, within(CLOCK_SECONDS)));
  }

  /** Two cookies that say the same. */
  @Then("{response} sets the cookies {s} and {s} to the same value")
  public void setsTheSame(Which which, String name, String other) {
    expectations.check(
        () ->
            assertThat(cookie(get(which), other).value())
                .as("value of %s", other)
                .isEqualTo(cookie(get(which), name).value()));
  }

  /** No cookie of that name. */
  @Then("{response} sets no cookie {s}")
  public void setsNone(Which which, String name) {
    expectations.check(
        () -> assertThat(Cookies.of(get(which), name)).as("cookies named %s", name).isEmpty());
  }

  private Response get(Which which) {
    return responses.get(which.number());
  }

  private static SetCookie cookie(Response response, String name) {
    assertThat(Cookies.of(response, name)).as("cookies named %s", name).hasSize(1);
    return Cookies.of(response, name).get(0);
  }
}
