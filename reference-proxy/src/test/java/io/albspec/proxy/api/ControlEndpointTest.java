package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static io.albspec.proxy.api.Account.forward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.cloud.AddressLease;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.LeaseProbe;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.store.EmbeddedStore;
import io.albspec.proxy.time.ManualTime;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

class ControlEndpointTest {

  @TempDir private Path directory;

  @Test
  void aPortInUseIsSaidClearly() {
    try (Account account = new Account()) {
      ControlEndpoint.Builder second =
          ControlEndpoint.builder()
              .port(account.url().getPort())
              .time(new ManualTime(Account.START))
              .dataPlane(new RecordingDataPlane());

      assertThatThrownBy(second::start)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + account.url().getPort());
    }
  }

  @Test
  void closingClosesTheDataPlaneAndGivesAddressesBack() {
    Account account = new Account();
    String address =
        account
            .balancer("web")
            .availabilityZones()
            .get(0)
            .loadBalancerAddresses()
            .get(0)
            .ipAddress();
    assertThat(LeaseProbe.isFree(address)).isFalse();

    account.close();

    assertThat(account.dataPlane().closed()).isTrue();
    assertThat(LeaseProbe.isFree(address)).isTrue();
  }

  @Test
  void theConfigurationSurvivesARestart() throws IOException {
    BalancerConfig before;
    TargetGroup group;
    try (Account account = new Account(EmbeddedStore.open(directory), new Cloud())) {
      LoadBalancer balancer = account.balancer("web");
      group = account.group("web");
      account.rule(account.listener(balancer, 80, forward(group)), 7, "/x", fixed("200"));
      account
          .client()
          .addTags(
              a ->
                  a.resourceArns(balancer.loadBalancerArn())
                      .tags(Tag.builder().key("k").value("v").build()));
      before = account.dataPlane().live().balancers().get(balancer.loadBalancerArn());
    }

    try (Account account = new Account(EmbeddedStore.open(directory), new Cloud())) {
      Config after = account.dataPlane().live();

      assertThat(after.balancers()).containsEntry(before.arn(), before);
      assertThat(after.targetGroups().get(group.targetGroupArn()).resource().loadBalancerArns())
          .containsExactly(before.arn());
      assertThat(account.balancer("web").loadBalancerArn()).isEqualTo(before.arn());
    }
  }

  @Test
  void anAddressThatIsTakenMeanwhileIsReplaced() throws IOException {
    String address;
    try (Account account = new Account(EmbeddedStore.open(directory), new Cloud())) {
      address = address(account.balancer("web"));
    }

    try (AddressLease taken = AddressLease.of(InetAddress.getByName(address)).orElseThrow();
        Account account = new Account(EmbeddedStore.open(directory), new Cloud())) {
      String now = address(account.client().describeLoadBalancers().loadBalancers().get(0));

      assertThat(now).isNotEqualTo(taken.address().getHostAddress()).startsWith("127.0.1.");
      assertThat(
              account.dataPlane().live().nodeAddresses().stream().map(InetAddress::getHostAddress))
          .contains(now);
    }
  }

  @Test
  void drainingIsGoneOnWithAfterARestart() throws IOException {
    TargetDescription target = TargetDescription.builder().id("i-0abcdef1234567890").build();
    TargetGroup group;
    try (Account account = new Account(EmbeddedStore.open(directory), new Cloud())) {
      group = account.group("web");
      String arn = group.targetGroupArn();
      account.client().registerTargets(r -> r.targetGroupArn(arn).targets(target));
      account.client().deregisterTargets(r -> r.targetGroupArn(arn).targets(target));
    }

    try (Account account = new Account(EmbeddedStore.open(directory), new Cloud())) {
      String arn = group.targetGroupArn();
      account.time().advance(Duration.ofSeconds(299));
      assertThat(account.dataPlane().live().targetGroups().get(arn).targets())
          .allMatch(TargetConfig::draining)
          .hasSize(1);

      account.time().advance(Duration.ofSeconds(1));

      Waiting.until(() -> account.dataPlane().live().targetGroups().get(arn).targets().isEmpty());
    }
  }

  @Test
  void anInstanceIsWhereTheSurroundingsHaveItNow() throws IOException {
    String id = "i-0abcdef1234567890";
    String arn;
    try (Account account = new Account(EmbeddedStore.open(directory), new Cloud())) {
      arn = account.group("web").targetGroupArn();
      String group = arn;
      account
          .client()
          .registerTargets(
              r -> r.targetGroupArn(group).targets(TargetDescription.builder().id(id).build()));
    }
    Cloud moved =
        new Cloud().instance(id, InetAddress.getByAddress(new byte[] {127, 0, 3, 1}), Zone.C);

    try (Account account = new Account(EmbeddedStore.open(directory), moved)) {
      TargetConfig target = account.dataPlane().live().targetGroups().get(arn).targets().get(0);

      assertThat(target.address().getAddress().getHostAddress()).isEqualTo("127.0.3.1");
      assertThat(target.zone()).isEqualTo("us-east-2c");
    }
  }

  @Test
  void anUnexpectedFaultTellsNothingOfItself() throws Exception {
    DataPlane faulty =
        new DataPlane() {
          @Override
          public void apply(Config config) throws ApiException {
            if (config.generation() > 0) {
              throw new IllegalStateException("secret detail");
            }
          }

          @Override
          public TargetHealth health(TargetGroupConfig group, TargetConfig target) {
            throw new IllegalStateException("secret detail");
          }

          @Override
          public void close() {
            // nothing is held
          }
        };
    try (Time time = Time.real();
        ControlEndpoint endpoint = ControlEndpoint.builder().time(time).dataPlane(faulty).start()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  endpoint
                      .endpoint()
                      .resolve(
                          "/?Action=CreateLoadBalancer&Name=a&Subnets.member.1=subnet-a&Subnets.member.2=subnet-b"))
              .timeout(Duration.ofSeconds(10))
              .build();

      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body())
          .contains("<Type>Receiver</Type><Code>InternalFailure</Code>")
          .doesNotContain("secret");
      assertThat(endpoint.controlPlane().config()).isEqualTo(Config.EMPTY);
    }
  }

  private static String address(LoadBalancer balancer) {
    return balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress();
  }
}
