package io.albspec.proxy.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** The names that a server answers for. Asked by the server's thread only. */
public interface Directory {

  /** The domain that all names are in, such as {@code us-east-2.elb.amazonaws.com}. */
  String domain();

  /**
   * The addresses of a name, both of IPv4 and IPv6; empty if there is no such name.
   *
   * @param name all of it, in lower case, without a dot at its end
   */
  Optional<List<InetAddress>> addresses(String name);
}
