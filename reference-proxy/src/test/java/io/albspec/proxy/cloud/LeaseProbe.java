package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Tells whether a node address is leased by anybody on this machine. */
public final class LeaseProbe {

  private LeaseProbe() {}

  /** Whether that address could be leased now. */
  public static boolean isFree(String address) {
    try {
      Optional<AddressLease> lease = AddressLease.of(InetAddress.getByName(address));
      lease.ifPresent(AddressLease::close);
      return lease.isPresent();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }
}
