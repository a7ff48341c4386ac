package io.albspec.proxy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.ReferenceProxy;
import io.albspec.proxy.cloud.Cloud;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

class StackTest {

  private static final String WHOLE =
      """
      Parameters:
        Port: {Type: Number}
        Stage: {Type: String, Default: test}
      Conditions:
        IsProduction: !Equals [!Ref Stage, production]
      Resources:
        Rule:
          Type: AWS::ElasticLoadBalancingV2::ListenerRule
          Properties:
            ListenerArn: !Ref Listener
            Priority: 10
            Conditions:
              - Field: path-pattern
                PathPatternConfig: {Values: [/hello]}
            Actions:
              - Type: fixed-response
                FixedResponseConfig:
                  StatusCode: '200'
                  ContentType: text/plain
                  MessageBody: !Sub 'hello from ${Balancer.LoadBalancerName}'
        Listener:
          Type: AWS::ElasticLoadBalancingV2::Listener
          Properties:
            LoadBalancerArn: !Ref Balancer
            Port: !Ref Port
            Protocol: HTTP
            DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group}]
        Balancer:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          DependsOn: Group
          Properties:
            Name: web
            Subnets: [subnet-a, !Ref SubnetB]
            LoadBalancerAttributes: [{Key: idle_timeout.timeout_seconds, Value: '30'}]
        SubnetB: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc}}
        Group:
          Type: AWS::ElasticLoadBalancingV2::TargetGroup
          Properties:
            Protocol: HTTP
            Port: 80
            VpcId: vpc-default
            TargetType: ip
            Tags: [{Key: stack, Value: !Ref AWS::StackName}]
            TargetGroupAttributes: [{Key: slow_start.duration_seconds, Value: '30'}]
            Targets: [{Id: 127.0.0.1, Port: 9}]
        Production:
          Type: AWS::ElasticLoadBalancingV2::TargetGroup
          Condition: IsProduction
          Properties: {Protocol: HTTP, Port: 80, VpcId: vpc-default}
      Outputs:
        Name: {Value: !GetAtt Balancer.LoadBalancerName}
        Balancers: {Value: !Join [',', !GetAtt Group.LoadBalancerArns]}
        GroupName: {Value: !GetAtt Group.TargetGroupFullName}
        Production: {Condition: IsProduction, Value: !Ref Production}
      """;

  @TempDir private Path directory;

  private ReferenceProxy proxy;
  private ElasticLoadBalancingV2Client api;

  @BeforeEach
  void start() throws IOException {
    proxy = ReferenceProxy.builder().dataDir(directory).cloud(new Cloud()).workers(1).start();
    api =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(proxy.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();
  }

  @AfterEach
  void stop() {
    api.close();
    proxy.close();
  }

  @Test
  void everythingIsMadeAndTrafficFlows() throws Exception {
    int port = freePort();

    Map<String, String> outputs = create(WHOLE, Map.of("Port", String.valueOf(port)));

    LoadBalancer balancer = balancer();
    TargetGroup group = api.describeTargetGroups(r -> {}).targetGroups().get(0);
    assertThat(outputs)
        .containsEntry("Name", "web")
        .containsEntry("Balancers", balancer.loadBalancerArn())
        .containsEntry("GroupName", "targetgroup/" + group.targetGroupArn().split("/", 2)[1])
        .doesNotContainKey("Production");
    assertThat(get(balancer, port)).isEqualTo("hello from web");
  }

  @Test
  void whatIsSetByCallsOfItsOwnIsSet() throws Exception {
    create(WHOLE, Map.of("Port", String.valueOf(freePort())));

    TargetGroup group = api.describeTargetGroups(r -> {}).targetGroups().get(0);
    assertThat(
            api.describeLoadBalancerAttributes(r -> r.loadBalancerArn(balancer().loadBalancerArn()))
                .attributes())
        .anyMatch(a -> a.key().equals("idle_timeout.timeout_seconds") && a.value().equals("30"));
    assertThat(
            api.describeTargetGroupAttributes(r -> r.targetGroupArn(group.targetGroupArn()))
                .attributes())
        .anyMatch(a -> a.key().equals("slow_start.duration_seconds") && a.value().equals("30"));
    assertThat(
            api.describeTargetHealth(r -> r.targetGroupArn(group.targetGroupArn()))
                .targetHealthDescriptions())
        .singleElement()
        .matches(health -> health.target().port() == 9);
    assertThat(api.describeTags(r -> r.resourceArns(group.targetGroupArn())).tagDescriptions())
        .allMatch(tags -> tags.tags().get(0).value().equals("staging"));
  }

  @Test
  void aResourceWithoutANameGetsTheSameOneEachTime() throws Exception {
    create(WHOLE, Map.of("Port", String.valueOf(freePort())));
    String name = api.describeTargetGroups(r -> {}).targetGroups().get(0).targetGroupName();
    stop();
    start();
    create(WHOLE, Map.of("Port", String.valueOf(freePort())));

    assertThat(api.describeTargetGroups(r -> {}).targetGroups().get(0).targetGroupName())
        .isEqualTo(name)
        .matches("staging-Group-[0-9A-Z]{12}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Priority: 10 | Priority: 0 | line 11: resource Rule, property Priority: ValidationError: ",
        "Priority: 10 | Priority: x | line 11: resource Rule: Priority takes a number, not 'x'",
        "Priority: 10 | Priorty: 10 | line 11: resource Rule: there is no property 'Priorty' here",
        "[/hello]     | [/a%b]    | line 14: resource Rule, property Conditions: ",
        "!Ref Group}] | !Ref Grup}] | line 27: resource Listener, property DefaultActions: 'Grup' is neither",
        "Port: 80     | Port: 0     | line 40: resource Group, property Port: ValidationError: ",
        "Value: '30'}]\\n  SubnetB | Value: '0'}]\\n  SubnetB | line 34: resource Balancer, property LoadBalancerAttributes: ",
        "Id: 127.0.0.1 | Id: 8.8.8.8 | line 45: resource Group, property Targets: ",
        "Protocol: HTTP\\n      DefaultA | Protocol: UDP\\n      DefaultA | line 26: resource Listener, property Protocol: ",
        "DependsOn: Group | DependsOn: Rule | line 30: resource Balancer: resources need each other",
        "V2::ListenerRule | V2::Listeners | line 7: resource Rule: there is no type AWS::ElasticLoadBalancingV2::Listeners, only ",
        "!Ref SubnetB] | !Ref Vpc] | line 33: resource Balancer, property Subnets: 'Vpc' is neither a parameter nor a resource",
        "!Ref SubnetB] | !GetAtt SubnetB.VpcId] | line 33: resource Balancer, property Subnets: SubnetB is a resource of type AWS::EC2::Subnet, which is not simulated",
        "!Ref SubnetB] | !Ref Production] | line 33: resource Balancer, property Subnets: the condition of the resource Production keeps it out",
        "GetAtt Balancer.LoadBalancerName} | GetAtt Balancer.Colour} | line 51: AWS::ElasticLoadBalancingV2::LoadBalancer has no attribute 'Colour'",
      })
  void whatIsWrongIsSaidAndNothingIsMade(String right, String wrong, String message) {
    String template = WHOLE.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    assertThat(template).isNotEqualTo(WHOLE);

    assertThatThrownBy(() -> create(template, Map.of("Port", String.valueOf(freePort()))))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(message);

    assertThat(api.describeLoadBalancers(r -> {}).loadBalancers()).isEmpty();
    assertThat(api.describeTargetGroups(r -> {}).targetGroups()).isEmpty();
  }

  @Test
  void aPortThatSomeoneElseHasIsSaidAndNothingIsMade() throws Exception {
    String two = WHOLE.replace("Resources:\n", "Resources:\n" + secondListener());

    assertThatThrownBy(() -> create(two, Map.of("Port", String.valueOf(freePort()))))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("DuplicateListener");

    assertThat(api.describeLoadBalancers(r -> {}).loadBalancers()).isEmpty();
  }

  private static String secondListener() {
    return """
      Second:
        Type: AWS::ElasticLoadBalancingV2::Listener
        Properties:
          LoadBalancerArn: !Ref Balancer
          Port: !Ref Port
          Protocol: HTTP
          DefaultActions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: 404}}]
    """;
  }

  @Test
  void aConfigurationThatIsThereIsNotAddedTo() throws Exception {
    create(WHOLE, Map.of("Port", String.valueOf(freePort())));

    assertThatThrownBy(() -> create(WHOLE, Map.of("Port", String.valueOf(freePort()))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds a configuration already");
  }

  private Map<String, String> create(String template, Map<String, String> parameters)
      throws TemplateException {
    return proxy.create(
        Template.parse(template),
        new StackSettings("staging", parameters, Map.of("SubnetB", "subnet-b")));
  }

  private LoadBalancer balancer() {
    return api.describeLoadBalancers(r -> r.names("web")).loadBalancers().get(0);
  }

  private static String get(LoadBalancer balancer, int port) throws Exception {
    String node = balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://%s:%d/hello".formatted(node, port))).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
