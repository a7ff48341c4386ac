package io.albspec.proxy.trust;

import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TrustStoreConfig;
import io.albspec.proxy.time.Time;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;

/**
 * Gives listeners what their mutual authentication asks for. A trust store is read when it is first
 * used, and again when it has changed; listeners that use the same one share it.
 */
public final class ClientAuthentications {

  private final Function<S3Object, Optional<Path>> objects;
  private final Time time;
  private final ClientAuthentication passthrough = new Passthrough();
  private final Map<TrustStoreConfig, Verifications> verifying = new HashMap<>();

  private record Verifications(ClientAuthentication strict, ClientAuthentication lenient) {}

  /**
   * Reads trust stores from these objects.
   *
   * @param objects finds the file of an object
   */
  public ClientAuthentications(Function<S3Object, Optional<Path>> objects, Time time) {
    this.objects = objects;
    this.time = time;
  }

  /** What these settings ask for; empty if clients are not asked for a certificate. */
  public Optional<ClientAuthentication> of(MutualAuthenticationAttributes settings, Config config) {
    String mode = settings == null || settings.mode() == null ? "off" : settings.mode();
    return switch (mode) {
      case "passthrough" -> Optional.of(passthrough);
      case "verify" ->
          config.trustStore(settings.trustStoreArn()).map(store -> of(settings, store));
      default -> Optional.empty();
    };
  }

  private ClientAuthentication of(MutualAuthenticationAttributes settings, TrustStoreConfig store) {
    Verifications both = verifying.computeIfAbsent(store, this::load);
    return Boolean.TRUE.equals(settings.ignoreClientCertificateExpiry())
        ? both.lenient()
        : both.strict();
  }

  private Verifications load(TrustStoreConfig config) {
    TrustStore store = TrustStore.load(config, objects);
    return new Verifications(
        new Verification(store, false, time), new Verification(store, true, time));
  }

  /** Forgets the trust stores that are not in this configuration any more, as they are there. */
  public void retain(Config config) {
    verifying.keySet().retainAll(config.trustStores().values());
  }
}
