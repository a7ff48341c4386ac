package io.albspec.proxy.api.signature;

import java.util.Optional;

/**
 * Who has sent a request.
 *
 * @param accessKeyId that the request names, if it is signed at all
 * @param user whose signature has been verified; empty where signatures are not
 */
public record Caller(Optional<String> accessKeyId, Optional<String> user) {

  /** A request tells nothing of who has sent it. */
  public static final Caller UNKNOWN = new Caller(Optional.empty(), Optional.empty());
}
