package io.albspec.proxy.api;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.operations.ControlPlane;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Calls of the API, chosen at random, that each change something. */
final class RandomCalls {

  private static final int MOST_RULES = 12;
  private static final int MOST_GROUPS = 5;
  private static final String RESPOND =
      "Actions.member.1.Type=fixed-response&%1$sActions.member.1.FixedResponseConfig.StatusCode=200";

  private final ControlPlane controlPlane;
  private final Random random;

  RandomCalls(ControlPlane controlPlane, Random random) {
    this.controlPlane = controlPlane;
    this.random = random;
  }

  /** Changes something, by one call or by several as one change. */
  void change() throws ApiException {
    long before = controlPlane.config().generation();
    while (controlPlane.config().generation() == before) {
      if (random.nextInt(4) > 0) {
        call();
      } else {
        controlPlane.together(this::three);
      }
    }
  }

  private int three() throws ApiException {
    call();
    call();
    call();
    return 3;
  }

  private void call() throws ApiException {
    Config config = controlPlane.config();
    if (config.balancers().size() < 2) {
      send(
          "CreateLoadBalancer&Name=b%d&Subnets.member.1=subnet-a&Subnets.member.2=subnet-b"
              .formatted(number()));
      return;
    }
    BalancerConfig balancer = one(config.balancers().values());
    if (balancer.listeners().isEmpty()) {
      send(
          "CreateListener&LoadBalancerArn=%s&Protocol=HTTP&Port=80&".formatted(balancer.arn())
              + "Default"
              + RESPOND.formatted("Default"));
      return;
    }
    switch (random.nextInt(10)) {
      case 0 -> group(config);
      case 1, 2 -> target(config);
      case 3 ->
          send(
              "AddTags&ResourceArns.member.1=%s&Tags.member.1.Key=k&Tags.member.1.Value=%d"
                  .formatted(balancer.arn(), number()));
      default -> rule(one(balancer.listeners()));
    }
  }

  private void group(Config config) throws ApiException {
    if (config.targetGroups().size() < MOST_GROUPS) {
      send(
          "CreateTargetGroup&Name=g%d&Protocol=HTTP&Port=80&VpcId=vpc-default".formatted(number()));
    } else {
      send("DeleteTargetGroup&TargetGroupArn=" + one(config.targetGroups().keySet()));
    }
  }

  private void target(Config config) throws ApiException {
    if (!config.targetGroups().isEmpty()) {
      send(
          "RegisterTargets&TargetGroupArn=%s&Targets.member.1.Id=i-%017x"
              .formatted(one(config.targetGroups().keySet()), random.nextInt(100)));
    }
  }

  private void rule(ListenerConfig listener) throws ApiException {
    RuleConfig rule = one(listener.rules());
    if (listener.rules().size() < MOST_RULES) {
      send(
          "CreateRule&ListenerArn=%s&Priority=%d&%s"
              .formatted(listener.arn(), freePriority(listener), path() + RESPOND.formatted("")));
    } else if (!rule.isDefault()) {
      send(
          random.nextInt(3) == 0
              ? "DeleteRule&RuleArn=" + rule.arn()
              : "ModifyRule&RuleArn=%s&%s".formatted(rule.arn(), path()));
    }
  }

  private int freePriority(ListenerConfig listener) {
    int priority = number() % 50_000 + 1;
    String text = String.valueOf(priority);
    return listener.rules().stream().anyMatch(rule -> text.equals(rule.resource().priority()))
        ? freePriority(listener)
        : priority;
  }

  private String path() {
    return "Conditions.member.1.Field=path-pattern&Conditions.member.1.Values.member.1=/%d&"
        .formatted(number());
  }

  private int number() {
    return random.nextInt(1_000_000_000);
  }

  private <T> T one(Collection<T> of) {
    return List.copyOf(of).get(random.nextInt(of.size()));
  }

  private void send(String call) throws ApiException {
    Parameters parameters = new Parameters();
    parameters.read("Action=" + call);
    controlPlane
        .operations()
        .get(call.substring(0, call.indexOf('&')))
        .<ApiException>perform(
            builder -> QueryDecoder.fill(builder, parameters), ModelCheck::check);
  }
}
