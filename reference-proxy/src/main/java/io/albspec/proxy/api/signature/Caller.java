package io.albspec.proxy.api.signature;

import java.util.Optional;

/**
 * Who has sent a request.
 *
 * @param accessKeyId that the request names, if it is signed at all
 * @param user whose signature has been verified; empty where signatures are not
 */
public record Caller(Optional<String> accessKeyId, Optional<String> user) {}
