package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.api.signature.Authentication;
import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.KeptObjects;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.control.operations.ControlPlane;
import io.albspec.proxy.control.operations.Quotas;
import io.albspec.proxy.control.operations.Surroundings;
import io.albspec.proxy.store.MemoryStore;
import io.albspec.proxy.store.Store;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The ELBv2 API, and that of zonal shifts, served over HTTP in front of any data plane. Any AWS
 * client can configure the load balancers behind it: give it {@link #endpoint()} as the endpoint
 * URL.
 */
public final class ControlEndpoint implements AutoCloseable {

  /** How long requests in flight may take to be answered when the endpoint is closed. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** An ARN is part of a path, its slashes escaped. */
  private static final UriCompliance ARNS_IN_PATHS =
      UriCompliance.DEFAULT.with("arns in paths", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR);

  private final Server server;
  private final ApiHandler handler;
  private final URI endpoint;
  private final ControlPlane controlPlane;
  private final Store store;
  private final KeptObjects objects;
  private final AuditTrail audit;

  private ControlEndpoint(
      Server server,
      ApiHandler handler,
      URI endpoint,
      ControlPlane controlPlane,
      Store store,
      KeptObjects objects,
      AuditTrail audit) {
    this.server = server;
    this.handler = handler;
    this.endpoint = endpoint;
    this.controlPlane = controlPlane;
    this.store = store;
    this.objects = objects;
    this.audit = audit;
  }

  /** A new endpoint, to be given a data plane and started. */
  public static Builder builder() {
    return new Builder();
  }

  /** The URL to give to a client. */
  public URI endpoint() {
    return endpoint;
  }

  /** The operations behind the endpoint. */
  public ControlPlane controlPlane() {
    return controlPlane;
  }

  /** Stops answering, then stops the data plane, then gives back addresses and files. */
  @Override
  public void close() {
    try {
      handler.finish(GRACE);
      stop(server);
    } finally {
      controlPlane.close();
      store.close();
      objects.close();
      audit.close();
    }
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the control endpoint did not stop", e);
    }
  }

  /** What an endpoint is made of. */
  public static final class Builder {

    private String host = "127.0.0.1";
    private int port;
    private Cloud cloud = new Cloud();
    private KeptObjects objects = KeptObjects.temporary(Buckets.NONE);
    private Quotas quotas = Quotas.STANDARD;
    private Store store = new MemoryStore();
    private Time time;
    private DataPlane dataPlane;
    private AuditTrail audit = AuditTrail.NONE;
    private Authentication authentication = Authentication.ofAnyone();

    private Builder() {}

    /** The address to listen on; 127.0.0.1 unless set. */
    public Builder host(String address) {
      this.host = address;
      return this;
    }

    /** The port to listen on; any free one if 0, which is the default. */
    public Builder port(int number) {
      this.port = number;
      return this;
    }

    /** The surroundings; new ones unless set. */
    public Builder cloud(Cloud surroundings) {
      this.cloud = surroundings;
      return this;
    }

    /** What is in Amazon S3; nothing unless set. Closed with the endpoint. */
    public Builder objects(KeptObjects stored) {
      this.objects = stored;
      return this;
    }

    /** How many things there may be; the standard quotas unless set. */
    public Builder quotas(Quotas limits) {
      this.quotas = limits;
      return this;
    }

    /** Where the configuration is kept; in memory unless set. Closed with the endpoint. */
    public Builder store(Store keeper) {
      this.store = keeper;
      return this;
    }

    /** The clock and timers, which whoever made them closes. */
    public Builder time(Time source) {
      this.time = source;
      return this;
    }

    /** What carries the traffic. Closed with the endpoint. */
    public Builder dataPlane(DataPlane carrier) {
      this.dataPlane = carrier;
      return this;
    }

    /** Takes a record of every call; none unless set. Closed with the endpoint. */
    public Builder audit(AuditTrail trail) {
      this.audit = trail;
      return this;
    }

    /** Who may call; anyone unless set. */
    public Builder authentication(Authentication trusted) {
      this.authentication = trusted;
      return this;
    }

    /**
     * Makes the stored configuration live and begins to answer. If that fails, store, data plane
     * and audit trail stay with the caller.
     *
     * @throws IOException if the port cannot be listened on
     * @throws IllegalStateException if the stored configuration cannot be made live
     */
    public ControlEndpoint start() throws IOException {
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(dataPlane, "dataPlane");
      Server server = new Server(new QueuedThreadPool(32, 4));
      HttpConfiguration http = new HttpConfiguration();
      http.setSendServerVersion(false);
      http.setUriCompliance(ARNS_IN_PATHS);
      ServerConnector connector =
          new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
      connector.setHost(host);
      connector.setPort(port);
      server.addConnector(connector);
      open(connector);
      try {
        return start(server, connector);
      } catch (RuntimeException | IOException failed) {
        connector.close();
        throw failed;
      }
    }

    private void open(ServerConnector connector) throws IOException {
      try {
        connector.open();
      } catch (IOException e) {
        throw new IOException(
            "the control endpoint cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()),
            e);
      }
    }

    private ControlEndpoint start(Server server, ServerConnector connector) throws IOException {
      ControlPlane controlPlane = controlPlane();
      List<Protocol> protocols =
          List.of(
              new ShiftProtocol(controlPlane.zonalShifts(), cloud),
              new QueryProtocol(controlPlane.operations()));
      ApiHandler handler = new ApiHandler(protocols, authentication, audit, time);
      server.setHandler(handler);
      URI endpoint = URI.create("http://" + host + ":" + connector.getLocalPort());
      ControlEndpoint started =
          new ControlEndpoint(server, handler, endpoint, controlPlane, store, objects, audit);
      try {
        server.start();
      } catch (Exception e) {
        controlPlane.close();
        throw new IOException("the control endpoint did not start", e);
      }
      return started;
    }

    private ControlPlane controlPlane() {
      try {
        Surroundings around = new Surroundings(cloud, objects, quotas);
        return ControlPlane.start(store.load(), dataPlane, store::save, around, time);
      } catch (ApiException e) {
        throw new IllegalStateException(
            "the stored configuration cannot be made live: " + e.getMessage(), e);
      }
    }
  }
}
