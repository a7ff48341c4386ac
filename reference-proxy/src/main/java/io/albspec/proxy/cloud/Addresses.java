package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The node addresses leased by one control plane. Used by one thread at a time.
 *
 * <p>An address that is no longer in use rests: nobody else gets it for a while, so that what a
 * client still knows as one load balancer does not become another under its hands. The latest
 * {@value #MOST_RESTING} rest, and none when a zone has no other address left.
 */
public final class Addresses implements AutoCloseable {

  private static final int MOST_RESTING = 8;

  private final Map<InetAddress, AddressLease> leases = new HashMap<>();
  private final Map<InetAddress, AddressLease> resting = new LinkedHashMap<>();

  /** Leases the first free address of a zone, empty if there is none. */
  public Optional<InetAddress> lease(Zone zone) {
    return AddressLease.first(zone).or(() -> rested(zone)).map(this::keep);
  }

  /** Leases that address if it is free, else the first free one of the zone. */
  public Optional<InetAddress> lease(Zone zone, InetAddress wish) {
    Optional<AddressLease> own = Optional.ofNullable(resting.remove(wish));
    return own.or(() -> AddressLease.of(wish)).map(this::keep).or(() -> lease(zone));
  }

  private Optional<AddressLease> rested(Zone zone) {
    Optional<InetAddress> address = resting.keySet().stream().filter(zone::hasNode).findFirst();
    return address.map(resting::remove);
  }

  /** Lets every address rest that is not in use. */
  public void retain(Set<InetAddress> inUse) {
    leases.forEach(
        (address, lease) -> {
          if (!inUse.contains(address)) {
            resting.put(address, lease);
          }
        });
    leases.keySet().retainAll(inUse);
    while (resting.size() > MOST_RESTING) {
      resting.remove(resting.keySet().iterator().next()).close();
    }
  }

  /** Gives every address back. */
  @Override
  public void close() {
    leases.values().forEach(AddressLease::close);
    resting.values().forEach(AddressLease::close);
    leases.clear();
    resting.clear();
  }

  private InetAddress keep(AddressLease lease) {
    leases.put(lease.address(), lease);
    return lease.address();
  }
}
