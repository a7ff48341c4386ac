package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;

/** What a listener does with certificates of clients (guide, "Mutual authentication with TLS"). */
final class MutualTls {

  static final String VERIFY = "verify";

  private static final String OFF = "off";
  private static final List<String> MODES = List.of(OFF, "passthrough", VERIFY);

  private MutualTls() {}

  /** Whether it is more than nothing. */
  static boolean isOn(MutualAuthenticationAttributes asked) {
    return asked != null && !OFF.equals(asked.mode());
  }

  /** The settings as they are shown: off unless something else was asked for. */
  static MutualAuthenticationAttributes checked(MutualAuthenticationAttributes asked, Config config)
      throws ApiException {
    if (asked == null) {
      return MutualAuthenticationAttributes.builder().mode(OFF).build();
    }
    if (asked.mode() == null || !MODES.contains(asked.mode())) {
      throw ApiException.validation(
          "Mutual authentication mode '%s' must be one of '%s'"
              .formatted(asked.mode(), String.join(", ", MODES)));
    }
    return asked.mode().equals(VERIFY) ? verifying(asked, config) : trusting(asked);
  }

  private static MutualAuthenticationAttributes verifying(
      MutualAuthenticationAttributes asked, Config config) throws ApiException {
    if (asked.trustStoreArn() == null) {
      throw ApiException.validation(
          "A trust store ARN must be specified for the mutual authentication mode 'verify'");
    }
    Lookup.trustStore(config, asked.trustStoreArn());
    return asked.copy(
        a ->
            a.ignoreClientCertificateExpiry(
                Boolean.TRUE.equals(asked.ignoreClientCertificateExpiry())));
  }

  private static MutualAuthenticationAttributes trusting(MutualAuthenticationAttributes asked)
      throws ApiException {
    if (asked.trustStoreArn() != null || asked.ignoreClientCertificateExpiry() != null) {
      throw ApiException.validation(
          "A trust store ARN and IgnoreClientCertificateExpiry can only be specified for the mutual authentication mode 'verify'");
    }
    return asked;
  }
}
