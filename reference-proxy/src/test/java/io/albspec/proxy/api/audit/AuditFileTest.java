package io.albspec.proxy.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.api.audit.AuditEvent.Sender;
import io.albspec.proxy.api.signature.Caller;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

class AuditFileTest {

  private static final Path FULL = Path.of("/dev/full");
  private static final Sender ALICE =
      new Sender("192.0.2.7", Optional.of("aws-cli/2"), caller("AKIDEXAMPLE"), false);

  @TempDir private Path directory;

  @Test
  void aCallIsRecordedAsInTheGuide() throws IOException {
    SdkPojo request =
        CreateLoadBalancerRequest.builder().name("web").subnets("subnet-a", "subnet-b").build();
    LoadBalancer made =
        LoadBalancer.builder()
            .dnsName("web.example")
            .createdTime(Instant.parse("2016-04-11T17:23:50Z"))
            .build();
    SdkPojo answer = CreateLoadBalancerResponse.builder().loadBalancers(made).build();

    ObjectNode record =
        record(event("CreateLoadBalancer", ALICE, request, Optional.of(answer), Optional.empty()));

    assertThat(record.remove("eventID").textValue()).hasSize(36);
    assertThat(record)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"eventVersion": "1.03",
                     "userIdentity": {"type": "IAMUser", "principalId": "123456789012",
                       "arn": "arn:aws:iam::123456789012:user/albspec", "accountId": "123456789012",
                       "accessKeyId": "AKIDEXAMPLE", "userName": "albspec"},
                     "eventTime": "2016-04-01T15:31:48Z",
                     "eventSource": "elasticloadbalancing.amazonaws.com",
                     "eventName": "CreateLoadBalancer",
                     "awsRegion": "us-east-2",
                     "sourceIPAddress": "192.0.2.7",
                     "userAgent": "aws-cli/2",
                     "requestParameters": {"name": "web", "subnets": ["subnet-a", "subnet-b"]},
                     "responseElements": {"loadBalancers": [
                       {"dnsName": "web.example", "createdTime": "Apr 11, 2016 5:23:50 PM"}]},
                     "requestID": "request-1",
                     "eventType": "AwsApiCall",
                     "apiVersion": "2015-12-01",
                     "recipientAccountId": "123456789012"}
                    """));
  }

  @Test
  void aCallThatOnlyReadsHasNoResponseElements() throws IOException {
    SdkPojo request = DescribeLoadBalancersRequest.builder().build();
    SdkPojo answer = DescribeLoadBalancersResponse.builder().nextMarker("x").build();

    ObjectNode record =
        record(
            event("DescribeLoadBalancers", ALICE, request, Optional.of(answer), Optional.empty()));

    assertThat(record.get("requestParameters").isNull()).isTrue();
    assertThat(record.get("responseElements").isNull()).isTrue();
  }

  @Test
  void aSecretIsHiddenWhereverItStands() throws IOException {
    SdkPojo request =
        CreateListenerRequest.builder()
            .defaultActions(
                List.of(
                    Action.builder()
                        .authenticateOidcConfig(oidc -> oidc.clientId("id").clientSecret("hush!"))
                        .build()))
            .build();
    ApiException refusal = ApiException.validation("'hush!' is not a secret");

    ObjectNode record =
        record(event("CreateListener", ALICE, request, Optional.empty(), Optional.of(refusal)));

    assertThat(record.toString()).doesNotContain("hush!");
    assertThat(
            record
                .at("/requestParameters/defaultActions/0/authenticateOidcConfig/clientSecret")
                .asText())
        .isEqualTo("HIDDEN_DUE_TO_SECURITY_REASONS");
    assertThat(
            record
                .at("/requestParameters/defaultActions/0/authenticateOidcConfig/clientId")
                .asText())
        .isEqualTo("id");
    assertThat(record.get("errorCode").asText()).isEqualTo("ValidationError");
    assertThat(record.get("errorMessage").asText())
        .isEqualTo("'HIDDEN_DUE_TO_SECURITY_REASONS' is not a secret");
    assertThat(record.get("responseElements").isNull()).isTrue();
  }

  @Test
  void temporaryCredentialsShowInASessionContext() throws IOException {
    Sender temporary = new Sender("192.0.2.7", Optional.empty(), caller("ASIAEXAMPLE"), true);
    SdkPojo request = DescribeLoadBalancersRequest.builder().build();

    ObjectNode record =
        record(
            event("DescribeLoadBalancers", temporary, request, Optional.empty(), Optional.empty()));

    assertThat(record.at("/userIdentity/sessionContext/attributes/mfaAuthenticated").asText())
        .isEqualTo("false");
    assertThat(record.has("userAgent")).isFalse();
  }

  @Test
  void aUserWhoIsKnownIsNamed() throws IOException {
    Caller alice = new Caller(Optional.of("AKIDEXAMPLE"), Optional.of("Alice"));
    Sender sender = new Sender("192.0.2.7", Optional.empty(), alice, false);
    SdkPojo request = DescribeLoadBalancersRequest.builder().build();

    ObjectNode record =
        record(event("DescribeLoadBalancers", sender, request, Optional.empty(), Optional.empty()));

    assertThat(record.at("/userIdentity/userName").asText()).isEqualTo("Alice");
    assertThat(record.at("/userIdentity/arn").asText())
        .isEqualTo("arn:aws:iam::123456789012:user/Alice");
  }

  @ParameterizedTest
  @CsvSource({
    "Name,name",
    "LoadBalancerArn,loadBalancerArn",
    "DNSName,dnsName",
    "VpcId,vpcId",
    "IPv6Address,ipv6Address",
    "IpAddressType,ipAddressType"
  })
  void namesBeginWithASmallLetter(String member, String name) {
    assertThat(PojoMembers.name(member)).isEqualTo(name);
  }

  @Test
  void recordsAreAppendedInTheirOrder() throws IOException {
    Path file = directory.resolve("audit.log");
    Files.writeString(file, "what was there\n");
    SdkPojo request = DescribeLoadBalancersRequest.builder().build();

    try (AuditFile trail = AuditFile.open(file, new Cloud())) {
      for (int i = 0; i < 1_000; i++) {
        trail.add(event("Action" + i, ALICE, request, Optional.empty(), Optional.empty()));
      }
    }

    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    assertThat(lines.remove(0)).isEqualTo("what was there");
    assertThat(lines).hasSize(1_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(new ObjectMapper().readTree(lines.get(i)).get("eventName").asText())
          .isEqualTo("Action" + i);
    }
  }

  @Test
  void aFileThatCannotBeOpenedIsNamed() {
    Path file = directory.resolve("no/such/folder");

    assertThatThrownBy(() -> AuditFile.open(file, new Cloud()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the audit log " + file + " cannot be written");
  }

  @Test
  @Timeout(10)
  @EnabledIf("hasFullDevice")
  void aFileThatCannotBeWrittenHoldsUpNobody() throws IOException {
    SdkPojo request = DescribeLoadBalancersRequest.builder().build();
    long begun = System.nanoTime();

    try (AuditFile trail = AuditFile.open(FULL, new Cloud())) {
      for (int i = 0; i < 20_000; i++) {
        trail.add(event("Action", ALICE, request, Optional.empty(), Optional.empty()));
      }
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }

  static boolean hasFullDevice() {
    return Files.isWritable(FULL);
  }

  private static Caller caller(String accessKeyId) {
    return new Caller(Optional.of(accessKeyId), Optional.empty());
  }

  private static AuditEvent event(
      String action,
      Sender sender,
      SdkPojo request,
      Optional<SdkPojo> answer,
      Optional<ApiException> refusal) {
    return new AuditEvent(
        AuditedService.LOAD_BALANCING,
        Instant.parse("2016-04-01T15:31:48.765Z"),
        action,
        sender,
        "request-1",
        Optional.of(request),
        answer.map(Object.class::cast),
        refusal);
  }

  private ObjectNode record(AuditEvent event) throws IOException {
    Path file = directory.resolve("audit.log");
    try (AuditFile trail = AuditFile.open(file, new Cloud())) {
      trail.add(event);
    }
    return (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
  }
}
