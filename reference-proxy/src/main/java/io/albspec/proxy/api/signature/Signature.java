package io.albspec.proxy.api.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4, made again for a request that was signed elsewhere. */
final class Signature {

  private static final String HMAC = "HmacSHA256";

  private Signature() {}

  /** What the signature of the request should be, in hexadecimal. */
  static String of(SignedRequest request, Claim claim, String secretKey) {
    Claim.Scope scope = claim.scope();
    String toSign =
        String.join(
            "\n",
            Claim.ALGORITHM,
            claim.timestamp(),
            scope.text(),
            hash(bytes(canonical(request, claim))));
    byte[] key = hmac(bytes("AWS4" + secretKey), scope.date());
    for (String part : List.of(scope.region(), scope.service(), scope.terminator())) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String canonical(SignedRequest request, Claim claim) {
    String headers =
        claim.signedHeaders().stream()
            .map(name -> name + ":" + value(request.header(name)) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        request.canonicalPath(),
        new Query(request.query()).canonical(),
        headers,
        String.join(";", claim.signedHeaders()),
        hash(request.body()));
  }

  private static String value(List<String> values) {
    return values.stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
