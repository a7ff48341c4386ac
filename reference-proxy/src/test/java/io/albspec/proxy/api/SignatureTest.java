package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.api.audit.AuditEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;

/** Requests signed by the signer of the AWS SDK, and what is refused of them. */
class SignatureTest {

  private static final String FORM = "Action=DescribeAccountLimits&Version=2015-12-01";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length");

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private SignedAccount account;

  @BeforeEach
  void open() throws IOException {
    account = new SignedAccount(folder);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void theSdkIsLetInWithTheRightSecretOnly() {
    assertThat(limits(AwsBasicCredentials.create(SignedAccount.KEY, SignedAccount.SECRET)))
        .isPositive();
    assertThat(
            limits(
                AwsSessionCredentials.create(
                    SignedAccount.TEMPORARY_KEY, SignedAccount.SECRET, SignedAccount.TOKEN)))
        .isPositive();
    refuses(AwsBasicCredentials.create(SignedAccount.KEY, "wrong"), "SignatureDoesNotMatch");
    refuses(AwsBasicCredentials.create("AKNOBODY", SignedAccount.SECRET), "InvalidClientTokenId");
    refuses(
        AwsBasicCredentials.create(SignedAccount.TEMPORARY_KEY, SignedAccount.SECRET),
        "InvalidClientTokenId");
    refuses(
        AwsSessionCredentials.create(
            SignedAccount.TEMPORARY_KEY, SignedAccount.SECRET, "another-token"),
        "InvalidClientTokenId");
  }

  @Test
  void theAuditTrailNamesTheUserWhoseSignatureWasVerifiedAndNoOther() {
    limits(
        AwsSessionCredentials.create(
            SignedAccount.TEMPORARY_KEY, SignedAccount.SECRET, SignedAccount.TOKEN));
    refuses(AwsBasicCredentials.create(SignedAccount.KEY, "wrong"), "SignatureDoesNotMatch");

    assertThat(account.audited())
        .singleElement()
        .extracting(AuditEvent::sender)
        .satisfies(
            sender -> {
              assertThat(sender.caller().user()).contains("temporary");
              assertThat(sender.caller().accessKeyId()).contains(SignedAccount.TEMPORARY_KEY);
            });
    assertThat(account.audited().toString())
        .doesNotContain(SignedAccount.SECRET, SignedAccount.TOKEN);
  }

  @Test
  void aRequestWithoutASignatureIsRefused() throws Exception {
    HttpResponse<String> answer =
        post(Map.of("Content-Type", "application/x-www-form-urlencoded"), FORM);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("<Code>MissingAuthenticationToken</Code>")
        .contains("<Message>Request is missing Authentication Token</Message>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "elasticloadbalancing|us-east-2|0|200|",
        "elasticloadbalancing|us-east-2|14|200|",
        "elasticloadbalancing|us-east-2|-14|200|",
        "elasticloadbalancing|us-east-2|-16|403|SignatureDoesNotMatch</Code><Message>Signature expired: ",
        "elasticloadbalancing|us-east-2|16|403|SignatureDoesNotMatch</Code><Message>Signature not yet current: ",
        "elasticloadbalancing|us-east-1|0|403|SignatureDoesNotMatch</Code><Message>Credential should be scoped to a valid region, not 'us-east-1'.",
        "ec2|us-east-2|0|403|SignatureDoesNotMatch</Code><Message>Credential should be scoped to correct service: 'elasticloadbalancing'."
      })
  void aSignatureIsGoodForItsScopeAndAQuarterOfAnHour(
      String service, String region, int minutes, int status, String part) throws Exception {
    HttpResponse<String> answer =
        post(signed(service, region, Duration.ofMinutes(minutes), FORM), FORM);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(part == null ? "" : part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Credential=|Nothing=|400|IncompleteSignature</Code><Message>Authorization header requires 'Credential' parameter.",
        "Signature=|Nothing=|400|IncompleteSignature</Code><Message>Authorization header requires 'Signature' parameter.",
        "SignedHeaders=|Nothing=|400|IncompleteSignature</Code><Message>Authorization header requires 'SignedHeaders' parameter.",
        "AWS4-HMAC-SHA256|AWS4-HMAC-SHA1|400|IncompleteSignature</Code><Message>Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.",
        "/us-east-2/|/|400|IncompleteSignature</Code><Message>Credential must have exactly 5 slash-delimited elements",
        "aws4_request|aws5_request|403|SignatureDoesNotMatch</Code><Message>Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'.",
        "AKIDEXAMPLE/20|AKIDEXAMPLE/19|403|SignatureDoesNotMatch</Code><Message>Date in Credential scope does not match",
        "host;|''|403|SignatureDoesNotMatch</Code><Message>'host' must be a 'SignedHeader' in the AWS Authorization.",
        ";x-amz-date|''|403|SignatureDoesNotMatch</Code><Message>'x-amz-date' must be a 'SignedHeader' in the AWS Authorization.",
        "Signature=|Signature=0|403|SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match"
      })
  void whatIsWrongWithAnAuthorizationIsSaid(
      String part, String instead, int status, String expected) throws Exception {
    Map<String, String> headers = signed(FORM);
    headers.computeIfPresent("Authorization", (name, value) -> value.replace(part, instead));

    HttpResponse<String> answer = post(headers, FORM);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("<Code>" + expected);
  }

  @Test
  void aRequestThatWasChangedAfterItWasSignedIsRefused() throws Exception {
    Map<String, String> headers = signed(FORM);

    HttpResponse<String> otherBody = post(headers, FORM + "&PageSize=1");
    headers.put("Content-Type", "application/x-www-form-urlencoded; charset=ascii");
    HttpResponse<String> otherHeader = post(headers, FORM);

    assertThat(otherBody.body()).contains("<Code>SignatureDoesNotMatch</Code>");
    assertThat(otherHeader.body()).contains("<Code>SignatureDoesNotMatch</Code>");
  }

  @Test
  void aRequestWithoutADateIsRefused() throws Exception {
    Map<String, String> headers = signed(FORM);
    headers.remove("X-Amz-Date");

    assertThat(post(headers, FORM).body())
        .contains(
            "<Code>IncompleteSignature</Code><Message>Authorization header requires existence of");
  }

  @Test
  void aPresignedUrlIsGoodUntilItExpires() throws Exception {
    assertThat(get(presigned(Duration.ZERO, url -> url)).statusCode()).isEqualTo(200);
    assertThat(get(presigned(Duration.ofMinutes(-59), url -> url)).statusCode()).isEqualTo(200);

    HttpResponse<String> late = get(presigned(Duration.ofMinutes(-61), url -> url));
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("<Code>RequestExpired</Code>");
    assertThat(get(presigned(Duration.ZERO, url -> url + "&PageSize=1")).body())
        .contains("<Code>SignatureDoesNotMatch</Code>");
    assertThat(
            get(presigned(Duration.ZERO, url -> url.replace("Expires=3600", "Expires=0"))).body())
        .contains("<Code>IncompleteSignature</Code>")
        .contains("must be between 1 and 604800 seconds, not '0'");
    assertThat(get(presigned(Duration.ZERO, url -> url.replace("X-Amz-Date", "Date"))).body())
        .contains("AWS query-string parameters must include 'X-Amz-Date'");
  }

  private int limits(AwsCredentials credentials) {
    try (ElasticLoadBalancingV2Client client = client(credentials)) {
      return client.describeAccountLimits(r -> {}).limits().size();
    }
  }

  private void refuses(AwsCredentials credentials, String code) {
    assertThatThrownBy(() -> limits(credentials))
        .isInstanceOfSatisfying(
            ElasticLoadBalancingV2Exception.class,
            refusal -> {
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(refusal.statusCode()).isEqualTo(403);
            });
  }

  private ElasticLoadBalancingV2Client client(AwsCredentials credentials) {
    return ElasticLoadBalancingV2Client.builder()
        .endpointOverride(account.url())
        .region(Region.US_EAST_2)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private Map<String, String> signed(String form) {
    return signed("elasticloadbalancing", "us-east-2", Duration.ZERO, form);
  }

  private Map<String, String> signed(String service, String region, Duration skew, String form) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(account.url().resolve("/"))
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .build();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    AwsV4HttpSigner.create()
        .sign(
            r ->
                r.identity(AwsBasicCredentials.create(SignedAccount.KEY, SignedAccount.SECRET))
                    .request(request)
                    .payload(ContentStreamProvider.fromUtf8String(form))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock(skew)))
        .request()
        .forEachHeader((name, values) -> headers.put(name, values.get(0)));
    return headers;
  }

  private URI presigned(Duration skew, UnaryOperator<String> change) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(account.url().resolve("/?" + FORM))
            .build();
    URI url =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(AwsBasicCredentials.create(SignedAccount.KEY, SignedAccount.SECRET))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "elasticloadbalancing")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-2")
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofHours(1))
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock(skew)))
            .request()
            .getUri();
    return URI.create(change.apply(url.toString()));
  }

  private static Clock clock(Duration skew) {
    return Clock.fixed(Instant.now().plus(skew), ZoneOffset.UTC);
  }

  private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(url).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(Map<String, String> headers, String form)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(account.url().resolve("/"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(form));
    headers.forEach(
        (name, value) -> {
          if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, value);
          }
        });
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
