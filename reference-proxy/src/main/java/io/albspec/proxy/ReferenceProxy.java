package io.albspec.proxy;

import io.albspec.proxy.api.ControlEndpoint;
import io.albspec.proxy.api.audit.AuditFile;
import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.api.signature.Authentication;
import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.KeptObjects;
import io.albspec.proxy.control.ZoneHealth;
import io.albspec.proxy.control.operations.Quotas;
import io.albspec.proxy.dns.BalancerNames;
import io.albspec.proxy.dns.DnsServer;
import io.albspec.proxy.server.JettyDataPlane;
import io.albspec.proxy.stickiness.CookieKeys;
import io.albspec.proxy.store.EmbeddedStore;
import io.albspec.proxy.store.MemoryStore;
import io.albspec.proxy.store.Store;
import io.albspec.proxy.telemetry.AccessLogs;
import io.albspec.proxy.template.Stack;
import io.albspec.proxy.template.StackSettings;
import io.albspec.proxy.template.Template;
import io.albspec.proxy.template.TemplateException;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The reference balancer, embedded: control plane and data plane in this process. Configure it with
 * any ELBv2 client at {@link #endpoint()}.
 */
public final class ReferenceProxy implements AutoCloseable {

  private final ControlEndpoint control;
  private final DnsServer names;
  private final Cloud cloud;

  private ReferenceProxy(ControlEndpoint control, DnsServer names, Cloud cloud) {
    this.control = control;
    this.names = names;
    this.cloud = cloud;
  }

  /** A balancer still to be started. */
  public static Builder builder() {
    return new Builder();
  }

  /** The URL of its ELBv2 API. */
  public URI endpoint() {
    return control.endpoint();
  }

  /** Where the DNS names of its load balancers are answered for, over UDP and TCP. */
  public InetSocketAddress nameServer() {
    return names.address();
  }

  /** The account, zones, security groups and instances around it. */
  public Cloud cloud() {
    return cloud;
  }

  /**
   * Makes the resources of a template, all of them or none.
   *
   * @return the outputs of the template, by name
   * @throws TemplateException if the template is wrong or refused
   * @throws IllegalStateException if there is a configuration already
   */
  public Map<String, String> create(Template template, StackSettings settings)
      throws TemplateException {
    if (!control.controlPlane().config().isEmpty()) {
      throw new IllegalStateException(
          "a template is for a new balancer, and the data directory holds a configuration already");
    }
    return Stack.create(template, settings, control.controlPlane(), cloud);
  }

  /** Stops answering calls and accepting connections; requests in flight finish first. */
  @Override
  public void close() {
    names.close();
    control.close();
  }

  /** What a balancer is made of. Everything has a default but the directory. */
  public static final class Builder {

    private static final String COOKIE_SECRET = "cookie-secret";
    private static final String TRUST_STORES = "trust-stores";

    private int endpointPort;
    private int dnsPort;
    private Path dataDir = Path.of("albspec-data");
    private boolean persistent;
    private Time time = Time.real();
    private Cloud cloud = new Cloud();
    private Quotas quotas = Quotas.STANDARD;
    private int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    private Duration grace = Duration.ofSeconds(60);
    private Optional<Path> credentials = Optional.empty();

    private Optional<Path> auditLog = Optional.empty();

    private Builder() {}

    /** The port of the ELBv2 API; any free one if 0, which is the default. */
    public Builder endpointPort(int port) {
      this.endpointPort = port;
      return this;
    }

    /** The port of the name server on 127.0.0.1; any free one if 0, which is the default. */
    public Builder dnsPort(int port) {
      this.dnsPort = port;
      return this;
    }

    /** Where buckets lie: the bucket {@code b} is the directory {@code s3/b} in this one. */
    public Builder dataDir(Path directory) {
      this.dataDir = directory;
      return this;
    }

    /** Whether the configuration is kept in the data directory, too, and survives a restart. */
    public Builder persistent(boolean kept) {
      this.persistent = kept;
      return this;
    }

    /** The source of time; the machine's by default. Whoever made it closes it. */
    public Builder time(Time source) {
      this.time = source;
      return this;
    }

    /** The account, zones and instances around it. */
    public Builder cloud(Cloud surroundings) {
      this.cloud = surroundings;
      return this;
    }

    /**
     * A file of credentials in the form of the aws CLI's: every request must be signed with one of
     * them. Without it every signature is accepted.
     */
    public Builder credentials(Path file) {
      this.credentials = Optional.of(file);
      return this;
    }

    /**
     * Adjusts a quota.
     *
     * @param name as DescribeAccountLimits has it
     * @param value from 1 to 10,000,000
     * @throws IllegalArgumentException if there is no such quota, or it is not adjustable, or not
     *     to that value
     */
    public Builder quota(String name, int value) {
      this.quotas = quotas.with(name, value);
      return this;
    }

    /** Where a record of every API call is appended, one a line; nowhere unless set. */
    public Builder auditLog(Path file) {
      this.auditLog = Optional.of(file);
      return this;
    }

    /** How many selector threads carry the traffic; one for each processor by default. */
    public Builder workers(int count) {
      this.workers = count;
      return this;
    }

    /** How long requests in flight may take to finish at the end; 60 s by default. */
    public Builder grace(Duration atMost) {
      this.grace = atMost;
      return this;
    }

    /**
     * Starts.
     *
     * @throws IOException if a port is in use, or the data directory, the credentials or the audit
     *     log cannot be used
     */
    public ReferenceProxy start() throws IOException {
      AuditTrail audit = auditTrail();
      try {
        return start(audit);
      } catch (IOException | RuntimeException failed) {
        audit.close();
        throw failed;
      }
    }

    private AuditTrail auditTrail() throws IOException {
      return auditLog.isPresent() ? AuditFile.open(auditLog.get(), cloud) : AuditTrail.NONE;
    }

    private ReferenceProxy start(AuditTrail audit) throws IOException {
      Authentication authentication = authentication();
      CookieKeys keys =
          persistent ? CookieKeys.in(dataDir.resolve(COOKIE_SECRET)) : CookieKeys.random();
      Store store = persistent ? EmbeddedStore.open(dataDir) : new MemoryStore();
      AccessLogs accessLogs = new AccessLogs(dataDir, time, new SplittableRandom());
      KeptObjects objects = objects();
      JettyDataPlane dataPlane =
          new JettyDataPlane(
              time,
              cloud,
              accessLogs,
              object ->
                  object
                      .digest()
                      .flatMap(digest -> objects.kept(object.bucket(), object.key(), digest)),
              keys,
              workers,
              grace);
      ControlEndpoint control;
      try {
        control =
            ControlEndpoint.builder()
                .port(endpointPort)
                .cloud(cloud)
                .objects(objects)
                .quotas(quotas)
                .store(store)
                .time(time)
                .dataPlane(dataPlane)
                .audit(audit)
                .authentication(authentication)
                .start();
      } catch (IOException | RuntimeException failed) {
        dataPlane.close();
        store.close();
        throw failed;
      }
      return named(control, dataPlane.zoneHealth());
    }

    private KeptObjects objects() {
      Buckets buckets = Buckets.in(dataDir.resolve("s3"));
      return persistent
          ? KeptObjects.in(dataDir.resolve(TRUST_STORES), buckets)
          : KeptObjects.temporary(buckets);
    }

    private ReferenceProxy named(ControlEndpoint control, ZoneHealth health) throws IOException {
      try {
        BalancerNames names =
            new BalancerNames(cloud.region(), control.controlPlane()::config, health);
        return new ReferenceProxy(control, DnsServer.start(names, dnsPort, time), cloud);
      } catch (IOException | RuntimeException failed) {
        control.close();
        throw failed;
      }
    }

    private Authentication authentication() throws IOException {
      return credentials.isPresent()
          ? Authentication.withCredentials(credentials.get(), cloud.region(), time)
          : Authentication.ofAnyone();
    }
  }
}
