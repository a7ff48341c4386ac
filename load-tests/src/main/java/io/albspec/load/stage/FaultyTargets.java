package io.albspec.load.stage;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.albspec.fixtures.target.Target;
import io.albspec.fixtures.toxiproxy.Toxiproxy;
import io.albspec.load.accounting.Receipt;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three targets that count and answer, each behind a proxy that can do harm. */
final class FaultyTargets implements Closeable {

  private static final String ADDRESS = "127.0.0.1";
  private static final int COUNT = 3;

  private final String run;
  private final Toxiproxy toxiproxy;
  private final RecordingAnswer answer = new RecordingAnswer();
  private final List<Target> targets = new ArrayList<>();
  private final List<Proxy> proxies = new ArrayList<>();

  private FaultyTargets(String run, Toxiproxy toxiproxy) {
    this.run = run;
    this.toxiproxy = toxiproxy;
  }

  /**
   * Starts them.
   *
   * @param run what the names of proxies begin with
   */
  static FaultyTargets start(String run) throws IOException {
    FaultyTargets started = new FaultyTargets(run, Toxiproxy.connectOrStart());
    try {
      for (int number = 1; number <= COUNT; number++) {
        started.add("target-" + number);
      }
      return started;
    } catch (IOException e) {
      started.close();
      throw e;
    }
  }

  private void add(String name) throws IOException {
    Target target = Target.start(name, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    targets.add(target);
    target.recording(false);
    target.answer(answer);
    InetSocketAddress api = toxiproxy();
    proxies.add(
        new ToxiproxyClient(api.getHostString(), api.getPort())
            .createProxy(proxyOf(name), ADDRESS + ":0", ADDRESS + ":" + target.port()));
  }

  /** Where Toxiproxy's API is. */
  InetSocketAddress toxiproxy() {
    return toxiproxy.address();
  }

  /** The name of the proxy of a target. */
  String proxyOf(String target) {
    return run + "-" + target;
  }

  /** The target that becomes slow. */
  String slow() {
    return targets.get(1).name();
  }

  /** The target whose connections are reset. */
  String reset() {
    return targets.get(2).name();
  }

  /** The address of all of them. */
  String address() {
    return ADDRESS;
  }

  /** The ports of their proxies. */
  List<Integer> ports() {
    return proxies.stream().map(FaultyTargets::port).toList();
  }

  private static int port(Proxy proxy) {
    String listen = proxy.getListen();
    return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
  }

  /** Their names by the address and port of their proxies. */
  Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < COUNT; i++) {
      names.put(ADDRESS + ":" + port(proxies.get(i)), targets.get(i).name());
    }
    return names;
  }

  /** What they have received completely so far. */
  List<Receipt> receipts() {
    return answer.receipts();
  }

  /** How many requests they have counted, complete or not. */
  int received() {
    return targets.stream().mapToInt(Target::requestCount).sum();
  }

  @Override
  public void close() throws IOException {
    for (Proxy proxy : proxies) {
      proxy.delete();
    }
    toxiproxy.close();
    for (Target target : targets) {
      target.close();
    }
  }
}
