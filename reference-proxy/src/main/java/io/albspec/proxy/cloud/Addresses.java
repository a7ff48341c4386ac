package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The node addresses leased by one control plane. Used by one thread at a time. */
public final class Addresses implements AutoCloseable {

  private final Map<InetAddress, AddressLease> leases = new HashMap<>();

  /** Leases the first free address of a zone, empty if there is none. */
  public Optional<InetAddress> lease(Zone zone) {
    return AddressLease.first(zone).map(this::keep);
  }

  /** Leases that address if it is free, else the first free one of the zone. */
  public Optional<InetAddress> lease(Zone zone, InetAddress wish) {
    return AddressLease.of(wish).or(() -> AddressLease.first(zone)).map(this::keep);
  }

  /** Gives back every address that is not in use. */
  public void retain(Set<InetAddress> inUse) {
    leases
        .entrySet()
        .removeIf(
            entry -> {
              boolean unused = !inUse.contains(entry.getKey());
              if (unused) {
                entry.getValue().close();
              }
              return unused;
            });
  }

  @Override
  public void close() {
    retain(Set.of());
  }

  private InetAddress keep(AddressLease lease) {
    leases.put(lease.address(), lease);
    return lease.address();
  }
}
