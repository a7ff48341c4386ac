package io.albspec.proxy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.ReferenceProxy;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.file.CloudFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates in the account that docs/cloud.yaml describes. */
class DescribedStackTest {

  private static final String TEMPLATE =
      """
      Resources:
        Balancer:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            Subnets: [subnet-web-a, subnet-web-b]
            SecurityGroups: [sg-internal]
        Group:
          Type: AWS::ElasticLoadBalancingV2::TargetGroup
          Properties:
            Protocol: HTTP
            Port: 80
            VpcId: vpc-web
            Targets: [{Id: i-0abcdef1234567890}]
      Outputs:
        Vpc: {Value: !GetAtt Balancer.VpcId}
        Where: {Value: !Sub '${AWS::AccountId} ${AWS::Region}'}
      """;

  @TempDir private Path directory;
  private ReferenceProxy proxy;

  @BeforeEach
  void start() throws IOException {
    Cloud cloud = new Cloud(CloudFile.read(Path.of("..", "docs", "cloud.yaml")));
    proxy = ReferenceProxy.builder().dataDir(directory).cloud(cloud).workers(1).start();
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  @Test
  void itsIdsAreThoseDescribed() throws Exception {
    assertThat(create(TEMPLATE))
        .containsEntry("Vpc", "vpc-web")
        .containsEntry("Where", "123456789012 us-east-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subnet-web-b|subnet-none|line 5: resource Balancer, property Subnets: SubnetNotFound: The subnet ID 'subnet-none' does not exist",
        "sg-internal|sg-other|line 6: resource Balancer, property SecurityGroups: InvalidConfigurationRequest: Security group 'sg-other' does not belong to VPC 'vpc-web'",
        "vpc-web|vpc-none|line 12: resource Group, property VpcId: ValidationError: The VPC ID 'vpc-none' is not found",
        "i-0abcdef1234567890|i-0fedcba9876543210|line 13: resource Group, property Targets: InvalidTarget: The following targets are not in a running state"
      })
  void idsThatAreNotAreRefusedWithTheirLine(String id, String other, String message) {
    assertThatThrownBy(() -> create(TEMPLATE.replace(id, other)))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(message);
  }

  private Map<String, String> create(String template) throws TemplateException {
    return proxy.create(Template.parse(template), new StackSettings("stack", Map.of(), Map.of()));
  }
}
