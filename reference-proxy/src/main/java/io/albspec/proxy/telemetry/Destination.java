package io.albspec.proxy.telemetry;

/** Where the entries of one load balancer go, as long as that place is configured. */
final class Destination {

  private final LogPlace place;
  private final Losses losses;
  private final Trouble delivery;

  /**
   * A place for entries.
   *
   * @param losses of the load balancer, whatever its place
   */
  Destination(LogPlace place, Losses losses) {
    this.place = place;
    this.losses = losses;
    String log = "%ss of %s".formatted(place.kind().text(), place.balancer());
    String where = "the bucket %s".formatted(place.bucket());
    this.delivery =
        new Trouble(
            "the %s cannot be delivered to %s, the oldest are lost until they can"
                .formatted(log, where),
            "the %s are delivered to %s again".formatted(log, where));
  }

  LogPlace place() {
    return place;
  }

  Losses losses() {
    return losses;
  }

  /** What may be wrong with its bucket. */
  Trouble delivery() {
    return delivery;
  }
}
