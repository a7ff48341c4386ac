package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Addresses;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.time.Time;
import java.util.Map;
import java.util.function.Consumer;

/** The operations of the ELBv2 API over one configuration and the data plane that carries it. */
public final class ControlPlane implements AutoCloseable {

  private final Configuration configuration;
  private final DataPlane dataPlane;
  private final Addresses addresses;
  private final Draining draining;
  private final ShiftExpiry expiry;
  private final ZonalShifts zonalShifts;
  private final Cloud.Watch watch;
  private final Map<String, Operation<?, ?, ?>> operations;

  private ControlPlane(
      Configuration configuration,
      DataPlane dataPlane,
      Surroundings around,
      Addresses addresses,
      Time time) {
    this.configuration = configuration;
    this.dataPlane = dataPlane;
    this.addresses = addresses;
    this.draining = new Draining(configuration, time);
    this.expiry = new ShiftExpiry(configuration, time);
    this.zonalShifts = new ZonalShifts(configuration, around.cloud(), expiry, time);
    this.watch = around.cloud().watch(configuration::carryAgain);
    this.operations = operations(configuration, dataPlane, around, addresses, draining, time);
  }

  /**
   * Takes a configuration up where it was left: leases its node addresses, makes it live, goes on
   * with deregistrations.
   *
   * @param loaded the configuration of the last run, or an empty one
   * @param store where every later configuration goes; what it throws fails the call that made it
   * @throws ApiException if the configuration cannot be made live
   */
  public static ControlPlane start(
      Config loaded, DataPlane carrier, Consumer<Config> store, Surroundings around, Time time)
      throws ApiException {
    DataPlane dataPlane = new PlacedDataPlane(around.cloud(), carrier);
    Addresses addresses = new Addresses();
    try {
      Config config = new Restart(around.cloud(), addresses).restore(loaded);
      dataPlane.apply(config);
      Configuration configuration =
          new Configuration(config, dataPlane, store, addresses, around.quotas());
      ControlPlane started = new ControlPlane(configuration, dataPlane, around, addresses, time);
      started.draining.resume(config);
      started.expiry.resume(config);
      return started;
    } catch (ApiException | RuntimeException failed) {
      addresses.close();
      throw failed;
    }
  }

  private static Map<String, Operation<?, ?, ?>> operations(
      Configuration configuration,
      DataPlane dataPlane,
      Surroundings around,
      Addresses addresses,
      Draining draining,
      Time time) {
    Cloud cloud = around.cloud();
    Names names = new Names(cloud);
    Network network = new Network(cloud, addresses);
    return secure(configuration, around, names)
        .balancers(
            new CreateBalancer(configuration, network, names, time),
            new Balancers(configuration),
            new BalancerSettings(configuration, network))
        .attributes(new AttributeOperations(configuration))
        .groups(new CreateGroup(configuration, names, cloud), new Groups(configuration))
        .targets(
            new Registration(configuration, new TargetAddress(cloud)),
            new Deregistration(configuration, draining, time),
            new TargetHealthOperation(configuration, new TargetStates(dataPlane, cloud), time))
        .listeners(
            new CreateListener(configuration, names, cloud),
            new Listeners(configuration),
            new ModifyListener(configuration, cloud))
        .rules(
            new CreateRule(configuration, names),
            new Rules(configuration),
            new RulePriorities(configuration))
        .tags(new TagOperations(configuration))
        .account(new AccountLimits(configuration.quotas()))
        .table();
  }

  private static Operations secure(Configuration configuration, Surroundings around, Names names) {
    TrustContent content = new TrustContent(around.objects(), around.quotas());
    return new Operations()
        .certificates(new ListenerCertificates(configuration, around.cloud()))
        .trustStores(
            new TrustStores(configuration, names, content),
            new TrustStoreUse(configuration),
            new TrustLocations(configuration, content))
        .revocations(new Revocations(configuration, content));
  }

  /** Every action that is served, by its name on the wire. */
  public Map<String, Operation<?, ?, ?>> operations() {
    return operations;
  }

  /** The operations of the zonal shift API. */
  public ZonalShifts zonalShifts() {
    return zonalShifts;
  }

  /** The configuration that is live now. */
  public Config config() {
    return configuration.current();
  }

  /**
   * Makes several changes as one: all of them become live and are stored at once, or none.
   *
   * @param changes calls {@link #operations} in this thread
   * @throws ApiException if the changes cannot be carried; then nothing has changed
   * @throws X what the changes throw; then nothing has changed either
   */
  public <A, X extends Exception> A together(Changes<A, X> changes) throws X, ApiException {
    return configuration.together(changes);
  }

  /**
   * Several changes.
   *
   * @param <A> what they give
   * @param <X> what they can fail with
   */
  @FunctionalInterface
  public interface Changes<A, X extends Exception> {

    /** Makes them. */
    A make() throws X;
  }

  /** Ends the changes of its own, closes the data plane, gives the node addresses back. */
  @Override
  public void close() {
    watch.close();
    draining.close();
    expiry.close();
    dataPlane.close();
    addresses.close();
  }
}
