package io.albspec.proxy.api.signature;

import java.util.Optional;

/**
 * What a user signs requests with.
 *
 * @param user the user's name: that of the profile
 * @param accessKeyId which is no secret
 * @param secretKey which is one
 * @param sessionToken comes with temporary credentials
 */
record Credential(
    String user, String accessKeyId, String secretKey, Optional<String> sessionToken) {

  /** Without what is secret. */
  @Override
  public String toString() {
    return "credentials %s of %s".formatted(accessKeyId, user);
  }
}
