package io.albspec.proxy.api.signature;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.time.Time;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Verifies signatures completely. */
final class Verification implements Authentication {

  private static final String TERMINATOR = "aws4_request";
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final Map<String, Credential> credentials;
  private final String region;
  private final Time time;

  Verification(Map<String, Credential> credentials, String region, Time time) {
    this.credentials = credentials;
    this.region = region;
    this.time = time;
  }

  @Override
  public Caller authenticate(SignedRequest request, String service) throws ApiException {
    Claim claim = Claims.of(request).orElseThrow(Refusals::missing);
    checkScope(claim, service);
    checkSigned(claim, request);
    Credential credential = credential(claim);
    checkAge(claim);
    String expected = Signature.of(request, claim, credential.secretKey());
    if (!MessageDigest.isEqual(bytes(expected), bytes(claim.signature()))) {
      throw Refusals.wrong(
          "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
    }
    return new Caller(Optional.of(credential.accessKeyId()), Optional.of(credential.user()));
  }

  private void checkScope(Claim claim, String service) throws ApiException {
    Claim.Scope scope = claim.scope();
    if (!scope.region().equals(region)) {
      throw Refusals.wrong(
          "Credential should be scoped to a valid region, not '%s'.".formatted(scope.region()));
    }
    if (!scope.service().equals(service)) {
      throw Refusals.wrong(
          "Credential should be scoped to correct service: '%s'.".formatted(service));
    }
    if (!scope.terminator().equals(TERMINATOR)) {
      throw Refusals.wrong(
          "Credential should be scoped with a valid terminator: '%s', not '%s'."
              .formatted(TERMINATOR, scope.terminator()));
    }
    String day = claim.timestamp().substring(0, claim.timestamp().indexOf('T'));
    if (!scope.date().equals(day)) {
      throw Refusals.wrong(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '%s' != '%s', from '%s'."
              .formatted(scope.date(), day, claim.timestamp()));
    }
  }

  /** What decides who sends what to whom, and when, must be under the signature. */
  private static void checkSigned(Claim claim, SignedRequest request) throws ApiException {
    requireSigned(claim, "host");
    if (!claim.isInQuery()) {
      requireSigned(claim, Timestamp.header(request));
      for (String name : request.headers().keySet()) {
        if (name.startsWith("x-amz-")) {
          requireSigned(claim, name);
        }
      }
    }
  }

  private static void requireSigned(Claim claim, String header) throws ApiException {
    if (!claim.signedHeaders().contains(header)) {
      throw Refusals.wrong(
          "'%s' must be a 'SignedHeader' in the AWS Authorization.".formatted(header));
    }
  }

  private Credential credential(Claim claim) throws ApiException {
    Credential credential = credentials.get(claim.accessKeyId());
    if (credential == null || !isSame(credential.sessionToken(), claim.token())) {
      throw Refusals.unknownCaller();
    }
    return credential;
  }

  private static boolean isSame(Optional<String> known, Optional<String> sent) {
    return known.isPresent() == sent.isPresent()
        && MessageDigest.isEqual(bytes(known.orElse("")), bytes(sent.orElse("")));
  }

  private void checkAge(Claim claim) throws ApiException {
    Instant now = time.now();
    Instant signed = Timestamp.instant(claim.timestamp());
    Instant earliest = now.minus(SKEW);
    Instant latest = now.plus(SKEW);
    if (signed.isAfter(latest)) {
      throw Refusals.wrong(
          "Signature not yet current: %s is still later than %s (%s + 15 min.)"
              .formatted(claim.timestamp(), Timestamp.text(latest), Timestamp.text(now)));
    }
    if (claim.expires().isPresent()) {
      if (signed.plusSeconds(claim.expires().get()).isBefore(now)) {
        throw Refusals.expired();
      }
    } else if (signed.isBefore(earliest)) {
      throw Refusals.wrong(
          "Signature expired: %s is now earlier than %s (%s - 15 min.)"
              .formatted(claim.timestamp(), Timestamp.text(earliest), Timestamp.text(now)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
