package io.albspec.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.stickiness.CookieKeys;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.target.TargetGroup;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.time.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

class ActionCompilerTest {

  private final TargetGroups groups = new TargetGroups(new ManualTime(Instant.EPOCH));
  private final ActionCompiler compiler =
      new ActionCompiler(
          Listener.builder().loadBalancerArn("arn:lb").protocol("HTTP").port(80).build(),
          groups::group,
          new CookieSeal(CookieKeys.random()));

  @Test
  void aFixedResponseIsSentAsConfigured() throws Exception {
    Action action =
        compile(
            a ->
                a.type(ActionTypeEnum.FIXED_RESPONSE)
                    .fixedResponseConfig(
                        f ->
                            f.statusCode("503")
                                .contentType("application/json")
                                .messageBody("{\"é\":1}")));

    Performed performed = Performed.by(action, ReceivedRequest.get("/"));

    assertThat(action.name()).isEqualTo("fixed-response");
    assertThat(performed.response.status()).isEqualTo(503);
    assertThat(performed.response.reason()).isEqualTo("Service Unavailable");
    assertThat(performed.response.contentType()).isEqualTo("application/json");
    assertThat(StandardCharsets.UTF_8.decode(performed.response.body()).toString())
        .isEqualTo("{\"é\":1}");
  }

  @ParameterizedTest
  @CsvSource({"hello, text/plain", "'', ''"})
  void aFixedResponseHasATypeIfItHasABody(String body, String type) throws Exception {
    Action action =
        compile(
            a ->
                a.type(ActionTypeEnum.FIXED_RESPONSE)
                    .fixedResponseConfig(f -> f.statusCode("299").messageBody(body)));

    Performed performed = Performed.by(action, ReceivedRequest.get("/"));

    assertThat(performed.response.contentType()).isEqualTo(type);
    assertThat(performed.response.reason()).isEmpty();
  }

  @Test
  void forwardingNotesTheTargetGroup() throws Exception {
    Action action = compile(a -> a.type(ActionTypeEnum.FORWARD).targetGroupArn("blue"));
    Exchange exchange = ReceivedRequest.get("/");

    Performed performed = Performed.by(action, exchange);

    assertThat(performed.group).isSameAs(groups.group("blue"));
    assertThat(exchange.decision().targetGroupArn()).isEqualTo("blue");
  }

  @ParameterizedTest
  @CsvSource({"10,10,15,15", "10,20,10,20", "1,2,10,20", "0,5,0,30", "999,0,30,0", "1,5,5,25"})
  void weightsAreKeptToTheRequest(int blue, int green, int expectedBlue, int expectedGreen)
      throws Exception {
    Action action = weighted(blue, green);

    List<String> chosen =
        IntStream.range(0, 30).mapToObj(i -> performedGroup(action).arn()).toList();

    assertThat(chosen).filteredOn("blue"::equals).hasSize(expectedBlue);
    assertThat(chosen).filteredOn("green"::equals).hasSize(expectedGreen);
  }

  @Test
  void groupsOfEqualWeightTakeTurns() throws Exception {
    Action action = weighted(7, 7);

    List<String> chosen = new ArrayList<>();
    IntStream.range(0, 4).forEach(i -> chosen.add(performedGroup(action).arn()));

    assertThat(chosen).containsExactly("blue", "green", "blue", "green");
  }

  @Test
  void withoutAnyWeightNoGroupIsReached() throws Exception {
    Action action = weighted(0, 0);

    Performed performed = Performed.by(action, ReceivedRequest.get("/"));

    assertThat(performed.group).isNull();
    assertThat(performed.response.status()).isEqualTo(503);
  }

  @Test
  void theActionOfTheHighestOrderDecides() throws Exception {
    var first = action(a -> a.type(ActionTypeEnum.FORWARD).order(1).targetGroupArn("a"));
    var second = action(a -> a.type(ActionTypeEnum.FORWARD).order(2).targetGroupArn("b"));

    Action action = compiler.compile(List.of(second, first));

    assertThat(performedGroup(action).arn()).isEqualTo("b");
  }

  @Test
  void otherActionsAreRefused() {
    assertThatThrownBy(() -> compile(a -> a.type(ActionTypeEnum.AUTHENTICATE_OIDC)))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("authenticate-oidc");
  }

  private Action weighted(int blue, int green) throws ApiException {
    return compile(
        a ->
            a.type(ActionTypeEnum.FORWARD)
                .forwardConfig(f -> f.targetGroups(tuple("blue", blue), tuple("green", green))));
  }

  private static TargetGroupTuple tuple(String arn, int weight) {
    return TargetGroupTuple.builder().targetGroupArn(arn).weight(weight).build();
  }

  private static TargetGroup performedGroup(Action action) {
    return Performed.by(action, ReceivedRequest.get("/")).group;
  }

  private Action compile(
      java.util.function.Consumer<
              software.amazon.awssdk.services.elasticloadbalancingv2.model.Action.Builder>
          action)
      throws ApiException {
    return compiler.compile(List.of(action(action)));
  }

  private static software.amazon.awssdk.services.elasticloadbalancingv2.model.Action action(
      java.util.function.Consumer<
              software.amazon.awssdk.services.elasticloadbalancingv2.model.Action.Builder>
          action) {
    return software.amazon.awssdk.services.elasticloadbalancingv2.model.Action.builder()
        .applyMutation(action)
        .build();
  }
}
