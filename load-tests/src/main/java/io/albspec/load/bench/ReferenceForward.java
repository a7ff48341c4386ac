package io.albspec.load.bench;

import io.albspec.proxy.ReferenceProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * The reference with the default attributes and one listener that forwards to one target.
 *
 * <p>Arguments: the listener's port, the target's address and port, how many workers, a directory,
 * and {@code logging} if every request is to be logged, {@code secure} for an HTTPS listener, or a
 * number of rules that no request meets. Prints the URL of the listener when it is ready, and how
 * long changes of one of the rules took.
 */
public final class ReferenceForward {

  private static final Certificate CERTIFICATE =
      Certificate.builder()
          .certificateArn(
              "arn:aws:acm:us-east-2:123456789012:certificate/12345678-1234-1234-1234-123456789012")
          .build();

  private ReferenceForward() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int port = Integer.parseInt(args[0]);
    try (ReferenceProxy proxy =
            ReferenceProxy.builder()
                .workers(Integer.parseInt(args[3]))
                .dataDir(Path.of(args[4]))
                .quota(ManyRules.QUOTA, ManyRules.MOST)
                .start();
        ElasticLoadBalancingV2Client elb = client(proxy.endpoint())) {
      TargetGroup group = targetGroup(elb, args[1], Integer.parseInt(args[2]));
      LoadBalancer balancer =
          elb.createLoadBalancer(b -> b.name("bench").subnets("subnet-a", "subnet-b"))
              .loadBalancers()
              .get(0);
      String option = args.length > 5 ? args[5] : "0";
      boolean logging = option.equals("logging");
      if (logging) {
        log(elb, balancer);
      }
      Action forward =
          Action.builder()
              .type(ActionTypeEnum.FORWARD)
              .targetGroupArn(group.targetGroupArn())
              .build();
      boolean secure = option.equals("secure");
      Listener listener =
          elb.createListener(
                  l ->
                      (secure
                              ? l.protocol(ProtocolEnum.HTTPS).certificates(CERTIFICATE)
                              : l.protocol(ProtocolEnum.HTTP))
                          .loadBalancerArn(balancer.loadBalancerArn())
                          .port(port)
                          .defaultActions(forward))
              .listeners()
              .get(0);
      String changes =
          logging || secure ? "" : new ManyRules(elb, listener, forward).create(option);
      System.out.println(
          (secure ? "https://" : "http://") + nodeAddress(elb, balancer) + ":" + port + "/");
      System.out.print(changes);
      Thread.currentThread().join();
    }
  }

  private static void log(ElasticLoadBalancingV2Client elb, LoadBalancer balancer) {
    elb.modifyLoadBalancerAttributes(
        m ->
            m.loadBalancerArn(balancer.loadBalancerArn())
                .attributes(
                    List.of(
                        attribute("access_logs.s3.enabled", "true"),
                        attribute("access_logs.s3.bucket", "bench"))));
  }

  private static LoadBalancerAttribute attribute(String key, String value) {
    return LoadBalancerAttribute.builder().key(key).value(value).build();
  }

  private static ElasticLoadBalancingV2Client client(URI endpoint) {
    return ElasticLoadBalancingV2Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
        .build();
  }

  private static TargetGroup targetGroup(
      ElasticLoadBalancingV2Client elb, String address, int port) {
    TargetGroup group =
        elb.createTargetGroup(
                g ->
                    g.name("bench")
                        .protocol(ProtocolEnum.HTTP)
                        .port(port)
                        .vpcId("vpc-default")
                        .targetType(TargetTypeEnum.IP))
            .targetGroups()
            .get(0);
    elb.registerTargets(
        r ->
            r.targetGroupArn(group.targetGroupArn())
                .targets(TargetDescription.builder().id(address).build()));
    return group;
  }

  private static String nodeAddress(ElasticLoadBalancingV2Client elb, LoadBalancer balancer) {
    return elb.describeLoadBalancers(d -> d.loadBalancerArns(balancer.loadBalancerArn()))
        .loadBalancers()
        .get(0)
        .availabilityZones()
        .get(0)
        .loadBalancerAddresses()
        .get(0)
        .ipAddress();
  }
}
