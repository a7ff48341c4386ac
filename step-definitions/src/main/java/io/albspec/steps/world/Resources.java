package io.albspec.steps.world;

import io.albspec.steps.api.Answer.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scenario made through the API, learned from the answers to its calls and commands. */
public final class Resources implements NameSource {

  private final List<Balancer> balancers = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> trustStores = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<String, String> rules = new LinkedHashMap<>();
  private Optional<String> newestShift = Optional.empty();
  private Optional<String> newestRule = Optional.empty();
  private Optional<Listener> meant = Optional.empty();

  /** A load balancer. */
  public record Balancer(String arn, String name, String dnsName) {

    /** Such as {@code app/name/1234567890123456}. */
    String id() {
      return arn.substring(arn.indexOf("loadbalancer/") + "loadbalancer/".length());
    }
  }

  /** A listener. */
  public record Listener(String arn, String balancer, int port, boolean secure) {

    /** As an answer describes it. */
    static Listener of(Result described) {
      return new Listener(
          described.text("ListenerArn"),
          described.text("LoadBalancerArn"),
          Integer.parseInt(described.text("Port")),
          described.text("Protocol").equals("HTTPS"));
    }
  }

  /** Notes what a call that succeeded has made. */
  public void learn(Result answer) {
    switch (answer.operation()) {
      case "CreateLoadBalancer" -> balancers.add(balancer(answer));
      case "CreateTargetGroup" -> groups.add(answer.text("TargetGroups[1].TargetGroupArn"));
      case "CreateTrustStore" -> trustStores.add(answer.text("TrustStores[1].TrustStoreArn"));
      case "CreateListener" -> {
        listeners.addAll(described(answer));
        meant = Optional.empty();
      }
      case "ModifyListener" -> described(answer).forEach(this::replace);
      case "StartZonalShift" -> newestShift = Optional.of(answer.text("zonalShiftId"));
      case "CreateRule" -> {
        String arn = answer.text("Rules[1].RuleArn");
        rules.put(answer.text("Rules[1].Priority"), arn);
        newestRule = Optional.of(arn);
      }
      default -> {
        // Nothing is made by any other operation that a scenario can name.
      }
    }
  }

  private static Balancer balancer(Result answer) {
    return new Balancer(
        answer.text("LoadBalancers[1].LoadBalancerArn"),
        answer.text("LoadBalancers[1].LoadBalancerName"),
        answer.text("LoadBalancers[1].DNSName"));
  }

  private static List<Listener> described(Result answer) {
    return answer.each("Listeners").map(Listener::of).toList();
  }

  private void replace(Listener changed) {
    listeners.replaceAll(each -> each.arn().equals(changed.arn()) ? changed : each);
    meant = meant.map(each -> each.arn().equals(changed.arn()) ? changed : each);
  }

  /** Makes "the listener" mean this one, though a newer one was made. */
  public void mean(Listener listener) {
    meant = Optional.of(listener);
  }

  /** Every load balancer, in the order of creation. */
  public List<Balancer> balancers() {
    return List.copyOf(balancers);
  }

  /** Every listener, in the order of creation. */
  public List<Listener> listeners() {
    return List.copyOf(listeners);
  }

  /** Every target group's ARN, in the order of creation. */
  public List<String> groups() {
    return List.copyOf(groups);
  }

  /** Every trust store's ARN, in the order of creation. */
  public List<String> trustStores() {
    return List.copyOf(trustStores);
  }

  /** The newest load balancer. */
  public Balancer balancer() {
    return newest(balancers).orElseThrow(() -> missing("load balancer"));
  }

  /** The newest listener, or the one that is meant instead. */
  public Listener listener() {
    return meant.or(() -> newest(listeners)).orElseThrow(() -> missing("listener"));
  }

  /** The newest listener on a port. */
  public Listener listener(int port) {
    return onPort(port).orElseThrow(() -> missing("listener on port " + port));
  }

  private Optional<Listener> onPort(int port) {
    return newest(listeners.stream().filter(each -> each.port() == port).toList());
  }

  @Override
  public Optional<String> value(String name) {
    if (name.startsWith("rule-") && name.endsWith("-arn") && !name.equals("rule-arn")) {
      return Optional.ofNullable(rules.get(middle(name, "rule-")));
    } else if (name.startsWith("listener-") && name.matches("listener-\\d+-arn")) {
      return onPort(Integer.parseInt(middle(name, "listener-"))).map(Listener::arn);
    } else if (name.matches("target-group-\\d+-arn")) {
      int number = Integer.parseInt(middle(name, "target-group-"));
      return number > groups.size() ? Optional.empty() : Optional.of(groups.get(number - 1));
    }
    return switch (name) {
      case "load-balancer-arn" -> newest(balancers).map(Balancer::arn);
      case "load-balancer-name" -> newest(balancers).map(Balancer::name);
      case "load-balancer-dns" -> newest(balancers).map(Balancer::dnsName);
      case "load-balancer-id" -> newest(balancers).map(Balancer::id);
      case "listener-arn" -> meant.or(() -> newest(listeners)).map(Listener::arn);
      case "target-group-arn" -> newest(groups);
      case "trust-store-arn" -> newest(trustStores);
      case "rule-arn" -> newestRule;
      case "zonal-shift-id" -> newestShift;
      default -> Optional.empty();
    };
  }

  private static String middle(String name, String prefix) {
    return name.substring(prefix.length(), name.length() - "-arn".length());
  }

  private static <T> Optional<T> newest(List<T> made) {
    return made.isEmpty() ? Optional.empty() : Optional.of(made.get(made.size() - 1));
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException("the scenario has made no " + what);
  }
}
