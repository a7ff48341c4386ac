package io.albspec.proxy.api.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.time.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures of AWS's own test suite for Signature Version 4. */
class PublishedVectorsTest {

  private static final String SERVICE = "service";
  private static final String KEY_ID = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String TOKEN =
      "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";
  private static final String SHA256 =
      "9095672bbd1f56dfc5b65f3e153adc8731a4a654192329106275f4c7b24d0b6e";
  private static final String SCOPE = "/20150830/us-east-1/service/aws4_request";
  private static final String PRESIGNED =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fservice%2Faws4_request"
          + "&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=3600&X-Amz-Signature=";

  private final ManualTime time = new ManualTime(Instant.parse("2015-08-30T12:36:00Z"));

  @AfterEach
  void close() {
    time.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "get-vanilla|GET||host;x-amz-date||5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "post-vanilla|POST||host;x-amz-date||5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "get-header-key-duplicate|GET|My-Header1:value2~My-Header1:value2~My-Header1:value1|host;my-header1;x-amz-date||c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
        "get-header-value-trim|GET|My-Header1: value1~My-Header2: \"a   b   c\"|host;my-header1;my-header2;x-amz-date||acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
        "get-vanilla-query-order-key-case|GET||host;x-amz-date|Param2=value2&Param1=value1|b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "get-vanilla-query-order-encoded|GET||host;x-amz-date|Param-3=Value3&Param=Value2&%E1%88%B4=Value1|371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac",
        "get-vanilla-utf8-query|GET||host;x-amz-date|\u1234=bar|2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
        "get-vanilla-with-session-token|GET|X-Amz-Security-Token:6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267|host;x-amz-date;x-amz-security-token||07ec1639c89043aa0e3e2de82b96708f198cceab042d4a97044c66dd9f74e7f8",
        "post-x-www-form-urlencoded|POST|Content-Type:application/x-www-form-urlencoded|content-type;host;x-amz-date||ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
        "post-x-www-form-urlencoded with a hash|POST|Content-Type:application/x-www-form-urlencoded~Content-Length:13~x-amz-content-sha256:"
            + SHA256
            + "|content-length;content-type;host;x-amz-content-sha256;x-amz-date||d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b"
      })
  void aSignatureInTheHeadersIsVerified(
      String name, String method, String fields, String signed, String query, String signature)
      throws ApiException {
    Map<String, List<String>> headers = headers(fields, signed, signature);
    byte[] body =
        name.startsWith("post-x") ? "Param1=value1".getBytes(StandardCharsets.UTF_8) : new byte[0];
    SignedRequest request =
        new SignedRequest(method, "/", query == null ? "" : query, headers, body);
    Verification verification = verification(name.endsWith("token"));

    Caller caller = verification.authenticate(request, SERVICE);

    assertThat(caller.user()).contains("suite");
    assertThatThrownBy(() -> verification.authenticate(withAnotherBody(request), SERVICE))
        .isInstanceOf(ApiException.class)
        .hasMessageStartingWith("The request signature we calculated does not match");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "get-vanilla-query|''|e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d",
        "get-vanilla-query-unreserved|-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz&|8e76a88a7433637b12778d5592799b29ad21ecd6cf6325051c21d86f0acda2bf"
      })
  void aSignatureInTheQueryIsVerified(String name, String before, String signature)
      throws ApiException {
    Map<String, List<String>> headers =
        Map.of("host", List.of("example.amazonaws.com"), "x-amz-date", List.of("20150830T123600Z"));
    SignedRequest request =
        new SignedRequest("GET", "/", before + PRESIGNED + signature, headers, new byte[0]);

    assertThat(verification(false).authenticate(request, SERVICE).user()).contains("suite");
  }

  private Verification verification(boolean temporary) {
    Credential credential =
        new Credential("suite", KEY_ID, SECRET, temporary ? Optional.of(TOKEN) : Optional.empty());
    return new Verification(Map.of(KEY_ID, credential), "us-east-1", time);
  }

  private static SignedRequest withAnotherBody(SignedRequest request) {
    return new SignedRequest(
        request.method(), "/", request.query(), request.headers(), new byte[] {1});
  }

  private static Map<String, List<String>> headers(String fields, String signed, String signature) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("host", List.of("example.amazonaws.com"));
    headers.put("x-amz-date", List.of("20150830T123600Z"));
    headers.put(
        "authorization",
        List.of(
            "AWS4-HMAC-SHA256 Credential=%s%s, SignedHeaders=%s, Signature=%s"
                .formatted(KEY_ID, SCOPE, signed, signature)));
    for (String field : fields == null ? new String[0] : fields.split("~", -1)) {
      int colon = field.indexOf(':');
      headers
          .computeIfAbsent(
              field.substring(0, colon).toLowerCase(Locale.ROOT), each -> new ArrayList<>())
          .add(field.substring(colon + 1));
    }
    return headers;
  }
}
