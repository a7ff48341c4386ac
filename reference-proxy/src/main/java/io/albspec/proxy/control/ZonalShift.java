package io.albspec.proxy.control;

import java.time.Instant;

/**
 * Traffic of a load balancer shifted away from one of its zones for a while (guide, "Zonal shift").
 *
 * @param id tells it from all others
 * @param awayFrom the name of the zone
 * @param comment what a user said about it, last
 * @param start when it was started
 * @param expiry when it ends by itself
 * @param status whether it has ended, and how
 */
public record ZonalShift(
    String id, String awayFrom, String comment, Instant start, Instant expiry, Status status) {

  /** The states of zonal shifts. */
  public enum Status {
    ACTIVE,
    EXPIRED,
    CANCELED
  }

  /** Whether it shifts traffic. */
  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  /** The same at a moment: expired, if its time has come. */
  public ZonalShift at(Instant now) {
    return isActive() && !expiry.isAfter(now) ? ended(Status.EXPIRED) : this;
  }

  /** The same, ended in that way. */
  public ZonalShift ended(Status how) {
    return new ZonalShift(id, awayFrom, comment, start, expiry, how);
  }

  /** The same with another comment and another end. */
  public ZonalShift updated(String otherComment, Instant otherExpiry) {
    return new ZonalShift(id, awayFrom, otherComment, start, otherExpiry, status);
  }
}
