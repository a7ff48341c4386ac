package io.albspec.steps.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.steps.api.Answer;
import io.albspec.steps.api.ElbApi;
import io.albspec.steps.api.Members;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every driver must do. */
abstract class DriverContract {

  abstract Driver driver();

  @Test
  void whatItDeploysSpeaksTheApi() {
    try (Deployment deployment = driver().deploy();
        ElbApi api = api(deployment)) {
      assertThat(api.call("DescribeLoadBalancers", new Members()))
          .isInstanceOf(Answer.Result.class);
    }
  }

  @Test
  void aBalancerOfTheSurroundingsCanBeMade() {
    try (Deployment deployment = driver().deploy();
        ElbApi api = api(deployment)) {
      Answer answer =
          api.call(
              "CreateLoadBalancer",
              new Members()
                  .with("Name", "contract")
                  .listing("Subnets", deployment.surroundings().subnets()));

      assertThat(answer).isInstanceOf(Answer.Result.class);
      assertThat(((Answer.Result) answer).at("LoadBalancers[1].AvailabilityZones[count]"))
          .contains("3");
    }
  }

  @Test
  void timePasses() {
    try (Deployment deployment = driver().deploy()) {
      Instant before = deployment.clock().now();

      deployment.clock().pass(Duration.ofMillis(20));

      assertThat(deployment.clock().now()).isAfterOrEqualTo(before.plusMillis(20));
    }
  }

  @Test
  void theSystemIsNamed() {
    SystemInfo system = driver().system();

    assertThat(system.product()).isNotBlank();
    assertThat(system.version()).isNotBlank();
    assertThat(Drivers.names()).contains(system.driver());
    try (Deployment deployment = driver().deploy()) {
      assertThat(deployment.clock().kind()).isEqualTo(system.time());
    }
  }

  @Test
  void whatWasDeployedForOneScenarioIsGoneAfterIt() {
    Deployment deployment = driver().deploy();
    URI endpoint = deployment.endpoint();

    deployment.close();

    if (!deployment.shared()) {
      try (ElbApi api = new ElbApi(endpoint, "us-east-2")) {
        assertThatThrownBy(() -> api.call("DescribeLoadBalancers", new Members()))
            .isInstanceOf(IllegalStateException.class);
      }
    }
  }

  private static ElbApi api(Deployment deployment) {
    return new ElbApi(deployment.endpoint(), deployment.surroundings().region());
  }
}
