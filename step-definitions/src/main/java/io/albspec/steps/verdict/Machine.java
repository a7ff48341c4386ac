package io.albspec.steps.verdict;

import io.albspec.fixtures.tls.OpenSsl;
import io.albspec.steps.cli.AwsCli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** The machine this program runs on. */
public final class Machine implements Abilities {

  private static final int HTTP = 80;

  @Override
  public Optional<Lack> lacks(String ability) {
    return switch (ability) {
      case "aws-cli" -> unless(AwsCli.isInstalled(), "the command aws is not installed");
      case "privileged-ports" -> unless(binds("127.0.0.9", HTTP), "port 80 may not be bound");
      case "zones", "source-address" ->
          unless(binds("127.0.2.1", 0), "only one loopback address may be bound");
      case "openssl" -> unless(OpenSsl.isInstalled(), "the command openssl is not installed");
      case "ipv6" -> unless(binds("::1", 0), "the address ::1 may not be bound");
      case "access-log",
          "anomaly-detection",
          "audit-trail",
          "buckets",
          "certificates",
          "clock",
          "connection-log",
          "faults",
          "h2",
          "instances",
          "quotas",
          "dns",
          "zonal-shift" ->
          Optional.empty();
      default -> Optional.of(new Lack.OfEnvironment("this harness does not have it"));
    };
  }

  private static Optional<Lack> unless(boolean there, String reason) {
    return there ? Optional.empty() : Optional.of(new Lack.OfEnvironment(reason));
  }

  private static boolean binds(String address, int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
