package io.albspec.load.traffic;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;

/** The faults of the phases, as toxics between the balancer and its targets. */
final class Faults {

  private static final int LATENCY_MS = 100;
  private static final int JITTER_MS = 20;

  private final Proxy slow;
  private final Proxy reset;

  private Faults(Proxy slow, Proxy reset) {
    this.slow = slow;
    this.reset = reset;
  }

  static Faults connect(Plan plan) throws IOException {
    ToxiproxyClient client = new ToxiproxyClient(plan.toxiproxyHost(), plan.toxiproxyPort());
    return new Faults(client.getProxy(plan.slowProxy()), client.getProxy(plan.resetProxy()));
  }

  /** Makes the target's answers late, on connections that are open, too. */
  Toxic latency() throws IOException {
    return slow.toxics()
        .latency("late", ToxicDirection.DOWNSTREAM, LATENCY_MS)
        .setJitter(JITTER_MS);
  }

  /**
   * Ends connections when the target answers, so that it has the request but the answer is lost.
   */
  Toxic reset() throws IOException {
    return reset.toxics().resetPeer("reset", ToxicDirection.DOWNSTREAM, 0);
  }
}
