package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ZonalShift;
import io.albspec.proxy.control.ZonalShift.Status;
import io.albspec.proxy.control.operations.Configuration.Changed;
import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The operations of the zonal shift API (guide, "Zonal shift"). */
public final class ZonalShifts {

  /** How many shifts of a load balancer are remembered after their end. */
  private static final int MOST_ENDED = 100;

  private static final int PAGE = 100;
  private static final Paging<Shifted> SHIFTS =
      new Paging<>("ListZonalShifts", each -> each.shift().id());
  private static final Paging<BalancerConfig> RESOURCES =
      new Paging<>("ListManagedResources", BalancerConfig::arn);

  private final Configuration configuration;
  private final Cloud cloud;
  private final ShiftExpiry expiry;
  private final Time time;

  ZonalShifts(Configuration configuration, Cloud cloud, ShiftExpiry expiry, Time time) {
    this.configuration = configuration;
    this.cloud = cloud;
    this.expiry = expiry;
    this.time = time;
  }

  /** A zonal shift, and the load balancer whose traffic it shifts. */
  public record Shifted(BalancerConfig balancer, ZonalShift shift) {}

  /** A part of a list, and what to ask for the next one with, if there is one. */
  public record Page<T>(List<T> items, Optional<String> nextToken) {}

  /**
   * StartZonalShift.
   *
   * @param resource the ARN of a load balancer
   * @param awayFrom id or name of a zone
   * @param expiresIn such as 20m or 3h
   */
  public Shifted start(String resource, String awayFrom, String expiresIn, String comment)
      throws ApiException {
    Duration length = ShiftSettings.expiresIn(expiresIn);
    String said = ShiftSettings.comment(comment);
    return changed(
        config -> {
          BalancerConfig balancer = ManagedResources.find(config, resource);
          String zone = ShiftSettings.zone(cloud, balancer, awayFrom);
          Instant now = time.now();
          List<ZonalShift> shifts = remembered(balancer, now);
          Optional<ZonalShift> active = shifts.stream().filter(ZonalShift::isActive).findFirst();
          if (active.isPresent()) {
            throw ShiftRefusal.alreadyShifted(resource, active.get());
          }
          ZonalShift shift =
              new ZonalShift(
                  UUID.randomUUID().toString(), zone, said, now, now.plus(length), Status.ACTIVE);
          shifts.add(shift);
          return new Shifted(balancer.withShifts(shifts), shift);
        });
  }

  private static List<ZonalShift> remembered(BalancerConfig balancer, Instant now) {
    List<ZonalShift> shifts = new ArrayList<>();
    balancer.shifts().forEach(each -> shifts.add(each.at(now)));
    while (shifts.size() > MOST_ENDED) {
      shifts.remove(0);
    }
    return shifts;
  }

  /** UpdateZonalShift: another comment, another time from now on until it expires, or both. */
  public Shifted update(String id, Optional<String> comment, Optional<String> expiresIn)
      throws ApiException {
    Optional<Duration> length =
        expiresIn.isPresent()
            ? Optional.of(ShiftSettings.expiresIn(expiresIn.get()))
            : Optional.empty();
    String said = ShiftSettings.comment(comment.orElse(""));
    return changed(
        config -> {
          Shifted found = active(config, id);
          ZonalShift shift = found.shift();
          return replaced(
              found.balancer(),
              shift.updated(
                  comment.isPresent() ? said : shift.comment(),
                  length.map(time.now()::plus).orElse(shift.expiry())));
        });
  }

  /** CancelZonalShift. */
  public Shifted cancel(String id) throws ApiException {
    return changed(
        config -> {
          Shifted found = active(config, id);
          return replaced(found.balancer(), found.shift().ended(Status.CANCELED));
        });
  }

  /** ListZonalShifts: those that satisfy a condition, the newest first. */
  public Page<Shifted> list(
      Predicate<Shifted> condition, Optional<String> token, Optional<Integer> size)
      throws ApiException {
    List<Shifted> found =
        all(configuration.current())
            .filter(condition)
            .sorted(Comparator.comparing((Shifted each) -> each.shift().start()).reversed())
            .toList();
    return page(SHIFTS, found, token, size);
  }

  /** ListManagedResources. */
  public Page<BalancerConfig> resources(Optional<String> token, Optional<Integer> size)
      throws ApiException {
    return page(RESOURCES, ManagedResources.all(configuration.current()), token, size);
  }

  /** GetManagedResource. */
  public BalancerConfig resource(String arn) throws ApiException {
    return ManagedResources.find(configuration.current(), arn);
  }

  private static <T> Page<T> page(
      Paging<T> paging, List<T> all, Optional<String> token, Optional<Integer> size)
      throws ApiException {
    try {
      Paging.Page<T> page = paging.page(all, token.orElse(null), size.orElse(PAGE));
      return new Page<>(page.items(), Optional.ofNullable(page.nextMarker()));
    } catch (ApiException notOurs) {
      throw ShiftRefusal.invalid(
          "InvalidToken", "The member 'nextToken' is not one that was given out");
    }
  }

  private Stream<Shifted> all(Config config) {
    Instant now = time.now();
    return config.balancers().values().stream()
        .flatMap(
            balancer ->
                balancer.shifts().stream().map(each -> new Shifted(balancer, each.at(now))));
  }

  private Shifted active(Config config, String id) throws ApiException {
    Shifted found =
        all(config)
            .filter(each -> each.shift().id().equals(id))
            .findFirst()
            .orElseThrow(() -> ShiftRefusal.noShift(id));
    if (!found.shift().isActive()) {
      throw ShiftRefusal.ended(found.shift());
    }
    return found;
  }

  private static Shifted replaced(BalancerConfig balancer, ZonalShift shift) {
    List<ZonalShift> shifts = new ArrayList<>(balancer.shifts());
    shifts.replaceAll(each -> each.id().equals(shift.id()) ? shift : each);
    return new Shifted(balancer.withShifts(shifts), shift);
  }

  private Shifted changed(Change change) throws ApiException {
    Shifted shifted =
        configuration.change(
            config -> {
              Shifted next = change.from(config);
              return new Changed<>(config.with(next.balancer()), next);
            });
    expiry.expect(shifted.shift());
    return shifted;
  }

  /** What makes the next state of a shift. */
  private interface Change {

    Shifted from(Config config) throws ApiException;
  }
}
