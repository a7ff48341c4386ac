package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Query protocol as bytes on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryProtocolTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String VERSION = "&Version=2015-12-01";

  private final Account account = new Account();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  void close() {
    account.close();
  }

  @Test
  void anAnswerIsXmlWithTheRequestIdInHeaderAndBody() throws Exception {
    HttpResponse<String> answer = post("Action=DescribeLoadBalancers" + VERSION);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
    String requestId = answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
    assertThat(answer.body())
        .isEqualTo(
            "<DescribeLoadBalancersResponse"
                + " xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\">"
                + "<DescribeLoadBalancersResult><LoadBalancers></LoadBalancers>"
                + "</DescribeLoadBalancersResult><ResponseMetadata><RequestId>"
                + requestId
                + "</RequestId></ResponseMetadata></DescribeLoadBalancersResponse>\n");
  }

  @Test
  void parametersMayComeInTheQueryOfAGet() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(account.url() + "/?Action=DescribeAccountLimits" + VERSION))
            .timeout(PATIENCE)
            .build();

    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<Name>application-load-balancers</Name>");
  }

  @Test
  void anOperationWithoutResultStillHasAResultElement() throws Exception {
    String arn =
        "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/gone/0123456789abcdef";

    HttpResponse<String> answer = post("Action=DeleteTargetGroup&TargetGroupArn=" + arn + VERSION);

    assertThat(answer.body()).contains("<DeleteTargetGroupResult></DeleteTargetGroupResult>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Version=2015-12-01|400|MissingAction|must contain an action",
        "Action=NoSuchThing&Version=2015-12-01|400|InvalidAction|The action NoSuchThing is not valid for this web service.",
        "Action=DescribeLoadBalancers&Version=2012-06-01|400|InvalidAction|The action DescribeLoadBalancers is not valid",
        "Action=DescribeCapacityReservation&Version=2015-12-01|400|InvalidAction|is not served: it entered the API after the guide",
        "Action=DescribeListenerAttributes&Version=2015-12-01|400|InvalidAction|is not served: it entered the API after the guide",
        "Action=DescribeLoadBalancers&Marker=%zz|400|MalformedQueryString|malformed percent escape",
        "Action=DescribeLoadBalancers&PageSize=many|400|ValidationError|Value 'many' at 'pageSize'",
        "Action=DescribeLoadBalancers&PageSize=0|400|ValidationError|Value '0' at 'pageSize' failed to satisfy constraint: Member must have value greater than or equal to 1",
        "Action=DescribeLoadBalancers&PageSize=401|400|ValidationError|less than or equal to 400",
        "Action=DescribeLoadBalancers&Names=oops|400|ValidationError|'names' must be a list",
        "Action=DescribeLoadBalancers&Names.member.x=a|400|ValidationError|'names' has an item numbered 'x'",
        "Action=DescribeLoadBalancers&Names.member.1=a%01b|400|ValidationError|'names.1.member' contains a control character",
        "Action=CreateTargetGroup&Name=a&HealthCheckEnabled=maybe|400|ValidationError|Value 'maybe' at 'healthCheckEnabled'",
        "Action=DeleteLoadBalancer|400|ValidationError|1 validation error detected: Value null at 'loadBalancerArn' failed to satisfy constraint: Member must not be null",
        "Action=AddTags|400|ValidationError|2 validation errors detected: Value null at 'resourceArns'",
        "Action=AddTags&ResourceArns.member.1=a&Tags.member.1.Value=v|400|ValidationError|Value null at 'tags.1.member.key'",
        "Action=CreateLoadBalancer&Name=a&Scheme=sideways|400|ValidationError|Value 'sideways' at 'scheme' failed to satisfy constraint: Member must satisfy enum value set: [internet-facing, internal]",
        "Action=CreateRule&ListenerArn=a&Priority=1&Conditions.member.1.Field=x&Actions.member.1.Type=jwt-validation|400|ValidationError|Value 'jwt-validation' at 'actions.1.member.type'",
        "Action=ModifyRule&RuleArn=a&Transforms.member.1.Type=url-rewrite|400|ValidationError|at 'transforms' failed to satisfy constraint: Member must not be set: it entered the API after the guide"
      })
  void aWrongRequestIsRefused(String form, int status, String code, String message)
      throws Exception {
    HttpResponse<String> answer = post(form);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body())
        .contains("<Error><Type>Sender</Type><Code>" + code + "</Code>")
        .contains(message);
  }

  @Test
  void unknownMembersAreIgnoredAndAnEmptyListIsNone() throws Exception {
    HttpResponse<String> answer =
        post("Action=DescribeLoadBalancers&Names=&Flavour=vanilla&Shape.member.1.Size=3");

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void textIsEscapedOnTheWayBack() throws Exception {
    HttpResponse<String> answer =
        post("Action=DescribeLoadBalancers&LoadBalancerArns.member.1=%3C%26%3E");

    assertThat(answer.body()).contains("'&lt;&amp;&gt;' is not a valid load balancer ARN");
  }

  @Test
  void aBodyOfMoreThanOneMebibyteIsRefused() throws Exception {
    HttpResponse<String> answer = post("Action=DescribeLoadBalancers&Junk=" + "x".repeat(1 << 20));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("at most 1048576 bytes");
  }

  @Test
  void otherPathsAndMethodsAreRefused() throws Exception {
    HttpRequest elsewhere =
        HttpRequest.newBuilder(account.url().resolve("/admin")).timeout(PATIENCE).build();
    HttpRequest delete =
        HttpRequest.newBuilder(account.url().resolve("/")).DELETE().timeout(PATIENCE).build();

    assertThat(http.send(elsewhere, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    assertThat(http.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> post(String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(account.url().resolve("/"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(BodyPublishers.ofString(form))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
