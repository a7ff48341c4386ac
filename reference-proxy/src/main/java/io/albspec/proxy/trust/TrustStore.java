package io.albspec.proxy.trust;

import io.albspec.proxy.cloud.trust.CaBundle;
import io.albspec.proxy.cloud.trust.RevocationFile;
import io.albspec.proxy.cloud.trust.SignedList;
import io.albspec.proxy.control.RevocationList;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TrustStoreConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A trust store at work.
 *
 * @param bundle whom it trusts
 * @param revoked whom it does not trust any more
 */
record TrustStore(CaBundle bundle, Revoked revoked) {

  private static final Logger LOG = LoggerFactory.getLogger(TrustStore.class);

  /**
   * Reads what is in its objects. Without its bundle it trusts nobody; while a revocation list
   * cannot be read, nobody passes.
   *
   * @param objects finds the file of an object
   */
  static TrustStore load(TrustStoreConfig config, Function<S3Object, Optional<Path>> objects) {
    CaBundle bundle = bundle(config, objects);
    List<SignedList> lists = new ArrayList<>();
    boolean complete = true;
    for (RevocationList list : config.revocations()) {
      try {
        lists.addAll(RevocationFile.read(file(list.content(), objects)).lists());
      } catch (IOException | GeneralSecurityException e) {
        LOG.warn("the revocation list {} of {} cannot be read", list.id(), config.arn(), e);
        complete = false;
      }
    }
    return new TrustStore(bundle, Revoked.of(lists, bundle, complete));
  }

  private static CaBundle bundle(
      TrustStoreConfig config, Function<S3Object, Optional<Path>> objects) {
    try {
      return CaBundle.read(file(config.bundle(), objects));
    } catch (IOException | GeneralSecurityException e) {
      LOG.warn("the CA bundle of {} cannot be read: it trusts nobody", config.arn(), e);
      return new CaBundle(List.of());
    }
  }

  private static Path file(S3Object object, Function<S3Object, Optional<Path>> objects)
      throws IOException {
    return objects
        .apply(object)
        .orElseThrow(() -> new IOException("there is no object %s any more".formatted(object)));
  }
}
