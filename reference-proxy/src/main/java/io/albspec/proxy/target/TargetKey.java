package io.albspec.proxy.target;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.exchange.AddressText;
import java.net.InetSocketAddress;

/**
 * What makes a registered target the same one for every node and after every change.
 *
 * @param id as it was registered
 * @param port the same
 * @param address where it is reached
 */
record TargetKey(String id, int port, InetSocketAddress address) {

  static TargetKey of(TargetConfig target) {
    return new TargetKey(target.resource().id(), target.resource().port(), target.address());
  }

  /** The same whenever it is registered: id and port, and the address if that is another. */
  String identity() {
    String registered = id + ":" + port;
    String reached = AddressText.of(address);
    return registered.equals(reached) ? registered : registered + "@" + reached;
  }
}
