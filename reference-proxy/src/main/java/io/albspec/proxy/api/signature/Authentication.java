package io.albspec.proxy.api.signature;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out who has sent a request, and refuses it if that cannot be trusted. */
public interface Authentication {

  /**
   * The sender of a request.
   *
   * @param service that it must be signed for, such as elasticloadbalancing
   * @throws ApiException if its signature is missing or wrong
   */
  Caller authenticate(SignedRequest request, String service) throws ApiException;

  /** Everybody is trusted, and every signature. */
  static Authentication ofAnyone() {
    return (request, service) -> new Caller(ClaimedKey.of(request), Optional.empty());
  }

  /**
   * Only those are trusted who sign with one of the credentials in a file.
   *
   * @param file in the form of the aws CLI's, each profile a user
   * @param region that signatures must be for
   * @param time that tells how old they are
   * @throws IOException naming file and line, if it cannot be read or is wrong
   */
  static Authentication withCredentials(Path file, String region, Time time) throws IOException {
    return new Verification(CredentialsFile.read(file), region, time);
  }
}
