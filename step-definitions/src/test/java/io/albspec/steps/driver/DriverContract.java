package io.albspec.steps.driver;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.albspec.steps.api.Answer;
import io.albspec.steps.api.ElbApi;
import io.albspec.steps.api.Members;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
  void aListenerAnswersAndLeavesItsPortFree() throws IOException {
    int port = freePort();
    String address;
    try (Deployment deployment = driver().deploy();
        ElbApi api = api(deployment)) {
      address = balancerWithListener(api, deployment.surroundings(), port);

      given()
          .baseUri("http://" + address)
          .port(port)
          .get("/any/path")
          .then()
          .statusCode(418)
          .body(equalTo("teapot"));
      afterwards(api);
    }

    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      assertThat(socket.isBound()).isTrue();
    }
  }

  /** What a system that goes on running must be told at the end. */
  void afterwards(ElbApi api) {}

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String balancerWithListener(ElbApi api, Surroundings surroundings, int port) {
    Answer.Result balancer =
        (Answer.Result)
            api.call(
                "CreateLoadBalancer",
                new Members().with("Name", "contract").listing("Subnets", surroundings.subnets()));
    Answer listener =
        api.call(
            "CreateListener",
            new Members()
                .with("LoadBalancerArn", balancer.text("LoadBalancers[1].LoadBalancerArn"))
                .with("Protocol", "HTTP")
                .with("Port", Integer.toString(port))
                .with("DefaultActions[1].Type", "fixed-response")
                .with("DefaultActions[1].FixedResponseConfig.StatusCode", "418")
                .with("DefaultActions[1].FixedResponseConfig.MessageBody", "teapot"));
    assertThat(listener).isInstanceOf(Answer.Result.class);
    return balancer.text(
        "LoadBalancers[1].AvailabilityZones[1].LoadBalancerAddresses[1].IpAddress");
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
