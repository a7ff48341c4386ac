package io.albspec.proxy.server;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.plan.Listener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sockets of all listeners on all nodes, and how they follow the configuration. */
final class Sockets {

  private final Workers workers;
  private final OpenConnections connections;
  private final Cloud cloud;
  private final Map<InetSocketAddress, ListenerSocket> open = new HashMap<>();

  Sockets(Workers workers, OpenConnections connections, Cloud cloud) {
    this.workers = workers;
    this.connections = connections;
    this.cloud = cloud;
  }

  /** What is to change, with the sockets it takes already bound; to be carried out or undone. */
  final class Change {

    private final Map<InetSocketAddress, Service> wanted;
    private final Map<InetSocketAddress, ServerSocketChannel> bound = new LinkedHashMap<>();

    private Change(Map<InetSocketAddress, Service> wanted) {
      this.wanted = wanted;
    }

    private void bind() throws ApiException {
      for (InetSocketAddress node : wanted.keySet()) {
        if (!open.containsKey(node)) {
          bound.put(node, ListenerSockets.bind(node));
        }
      }
    }

    void undo() {
      for (ServerSocketChannel server : bound.values()) {
        try {
          server.close();
        } catch (IOException e) {
          throw new UncheckedIOException("a socket that was only just bound does not close", e);
        }
      }
    }

    /** Requests are handled by the new configuration when this returns. */
    void carryOut() {
      for (InetSocketAddress node : new HashSet<>(open.keySet())) {
        if (!wanted.containsKey(node)) {
          open.remove(node).retire();
        }
      }
      wanted.forEach(this::serve);
    }

    private void serve(InetSocketAddress node, Service service) {
      ServerSocketChannel server = bound.get(node);
      if (server == null) {
        open.get(node).change(service);
      } else {
        ListenerSocket socket = new ListenerSocket(server, node, workers, connections, service);
        open.put(node, socket);
        socket.open();
      }
    }
  }

  /**
   * Binds what the configuration needs beyond what is open.
   *
   * @throws ApiException if a port cannot be bound; then nothing has changed
   */
  Change prepare(Config config, Map<String, Listener> plan) throws ApiException {
    Change change = new Change(wanted(config, plan));
    try {
      change.bind();
    } catch (ApiException e) {
      change.undo();
      throw e;
    }
    return change;
  }

  private Map<InetSocketAddress, Service> wanted(Config config, Map<String, Listener> plan) {
    Map<InetSocketAddress, Service> wanted = new LinkedHashMap<>();
    for (BalancerConfig balancer : config.balancers().values()) {
      List<String> groups = balancer.resource().securityGroups();
      for (ListenerConfig listener : balancer.listeners()) {
        int port = listener.resource().port();
        Listener served = plan.get(listener.resource().listenerArn());
        Inbound inbound = new Inbound(cloud, groups, port);
        for (Node node : balancer.nodes()) {
          Service service = new Service(served, node.zone(), inbound);
          for (InetAddress address : balancer.addresses(node)) {
            wanted.putIfAbsent(new InetSocketAddress(address, port), service);
          }
        }
      }
    }
    return wanted;
  }

  /** Closes all; connections end with the exchange they are in. */
  void retire() {
    open.values().forEach(ListenerSocket::retire);
    open.clear();
  }
}
