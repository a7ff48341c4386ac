package io.albspec.steps.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for listeners at addresses that several load balancers share, as those of IPv6 on one
 * machine.
 */
public final class FreePort {

  /** Below what this machine takes for the clients' ends of connections. */
  private static final int FIRST = 10_000;

  private static final int LAST = 30_000;

  private FreePort() {}

  /** One that nobody uses at the moment. */
  public static int next() {
    int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
    while (!isFree(port)) {
      port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
    }
    return port;
  }

  private static boolean isFree(int port) {
    InetAddress everywhere = null;
    try (ServerSocket probe = new ServerSocket(port, 1, everywhere)) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
