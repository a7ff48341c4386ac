package io.albspec.proxy.target;

import static io.albspec.proxy.target.GroupConfigs.ARN;
import static io.albspec.proxy.target.GroupConfigs.config;
import static io.albspec.proxy.target.GroupConfigs.draining;
import static io.albspec.proxy.target.GroupConfigs.group;
import static io.albspec.proxy.target.GroupConfigs.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The targets to which sessions come back. */
class SessionTargetsTest {

  private static final Map<String, String> STICKY =
      Map.of(
          "stickiness.enabled", "true",
          "stickiness.type", "lb_cookie",
          "stickiness.lb_cookie.duration_seconds", "60",
          "stickiness.app_cookie.cookie_name", "session",
          "stickiness.app_cookie.duration_seconds", "90");

  private final TargetGroups groups = new TargetGroups(new ManualTime(Instant.EPOCH));
  private final Exchange exchange = ReceivedRequest.get("/");

  private void use(Map<String, String> attributes, TargetConfig... targets) {
    groups.update(config(group(members -> {}, attributes, targets)));
  }

  private Target come(String identity) {
    return groups.group(ARN).eligible(exchange, identity);
  }

  @Test
  void aTargetIsKnownByItsIdentityAfterARestartToo() {
    use(STICKY, target(1), target(2));
    String identity = groups.group(ARN).choose(exchange).identity();

    TargetGroups restarted = new TargetGroups(new ManualTime(Instant.EPOCH));
    restarted.update(config(group(members -> {}, STICKY, target(2), target(1))));

    assertThat(identity).isEqualTo("i-1:1@127.0.0.1:1");
    assertThat(come(identity).address().getPort()).isEqualTo(1);
    assertThat(restarted.group(ARN).eligible(exchange, identity).address().getPort()).isEqualTo(1);
  }

  @Test
  void anAddressIsToldOnce() {
    TargetConfig one = target(1);
    TargetConfig byAddress =
        new TargetConfig(
            one.resource().copy(resource -> resource.id("127.0.0.1")),
            one.address(),
            one.zone(),
            false);

    use(STICKY, byAddress);

    assertThat(groups.group(ARN).choose(exchange).identity()).isEqualTo("127.0.0.1:1");
  }

  @Test
  void whoDrainsOrIsGoneGetsNoMoreRequests() {
    use(STICKY, target(1), draining(2));

    assertThat(come("i-2:2@127.0.0.1:2")).isNull();
    assertThat(come("i-3:3@127.0.0.1:3")).isNull();
    assertThat(come("")).isNull();
  }

  @Test
  void whoIsUnhealthyGetsNoneUnlessAllAre() {
    use(STICKY, target(1), target(2));
    NodeTargets node = groups.group(ARN).nodes().get(0);
    List<Target> both = node.serving();

    node.state(both.get(0), TargetState.HEALTHY);
    assertThat(come(both.get(1).identity())).isNull();
    node.state(both.get(0), TargetState.UNHEALTHY);

    assertThat(come(both.get(1).identity())).isSameAs(both.get(1));
  }

  @Test
  void attributesSayWhichSessionsThereAre() {
    Map<String, String> application = new HashMap<>(STICKY);
    application.put("stickiness.type", "app_cookie");

    use(STICKY, target(1));
    assertThat(groups.group(ARN).stickiness())
        .isEqualTo(
            new Stickiness(Stickiness.Type.LOAD_BALANCER_COOKIE, "", Duration.ofSeconds(60)));
    use(application, target(1));
    assertThat(groups.group(ARN).stickiness())
        .isEqualTo(
            new Stickiness(Stickiness.Type.APPLICATION_COOKIE, "session", Duration.ofSeconds(90)));
    use(Map.of("stickiness.enabled", "false"), target(1));
    assertThat(groups.group(ARN).stickiness()).isEqualTo(Stickiness.NONE);
    assertThat(come("i-1:1@127.0.0.1:1")).isNull();
  }
}
