package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenerCertificatesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveListenerCertificatesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveListenerCertificatesResponse;

/** The certificate lists of HTTPS listeners (guide, "Certificate list"). */
final class ListenerCertificates {

  private static final Paging<Certificate> PAGING =
      new Paging<>(
          "DescribeListenerCertificates",
          certificate -> certificate.isDefault() + " " + certificate.certificateArn());

  private final Configuration configuration;
  private final Cloud cloud;

  ListenerCertificates(Configuration configuration, Cloud cloud) {
    this.configuration = configuration;
    this.cloud = cloud;
  }

  /** Adding one that is there already changes nothing. */
  AddListenerCertificatesResponse add(AddListenerCertificatesRequest request) throws ApiException {
    return configuration.change(
        config -> {
          ListenerPlace place = Lookup.listener(config, request.listenerArn());
          secure(place.listener());
          Set<String> all = new LinkedHashSet<>(place.listener().certificates());
          List<String> added = arns(request.certificates());
          for (String arn : added) {
            ListenerSecurity.known(cloud, arn);
            all.add(arn);
          }
          Config next = place.in(config, place.listener().withCertificates(List.copyOf(all)));
          configuration
              .quotas()
              .check(Quota.CERTIFICATES, count(next.balancers().get(place.balancer().arn())));
          return new Changed<>(
              next,
              AddListenerCertificatesResponse.builder()
                  .certificates(added.stream().map(arn -> shown(arn, false)).toList())
                  .build());
        });
  }

  /** Removing one that is not there changes nothing. */
  RemoveListenerCertificatesResponse remove(RemoveListenerCertificatesRequest request)
      throws ApiException {
    return configuration.change(
        config -> {
          ListenerPlace place = Lookup.listener(config, request.listenerArn());
          secure(place.listener());
          List<String> left = new ArrayList<>(place.listener().certificates());
          for (String arn : arns(request.certificates())) {
            if (!left.remove(arn) && arn.equals(standard(place.listener()))) {
              throw new ApiException(
                  "OperationNotPermitted",
                  "The default certificate '%s' of a listener cannot be removed".formatted(arn));
            }
          }
          return new Changed<>(
              place.in(config, place.listener().withCertificates(left)),
              RemoveListenerCertificatesResponse.builder().build());
        });
  }

  /** The default certificate comes first, and once more if it is in the list, too. */
  DescribeListenerCertificatesResponse describe(DescribeListenerCertificatesRequest request)
      throws ApiException {
    ListenerConfig listener =
        Lookup.listener(configuration.current(), request.listenerArn()).listener();
    List<Certificate> all = new ArrayList<>();
    listener
        .resource()
        .certificates()
        .forEach(standard -> all.add(shown(standard.certificateArn(), true)));
    listener.certificates().forEach(arn -> all.add(shown(arn, false)));
    Paging.Page<Certificate> page = PAGING.page(all, request.marker(), request.pageSize());
    return DescribeListenerCertificatesResponse.builder()
        .certificates(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  private static void secure(ListenerConfig listener) throws ApiException {
    if (listener.resource().protocol() != ProtocolEnum.HTTPS) {
      throw ApiException.configuration(
          "The listener '%s' has the protocol HTTP: certificates belong to HTTPS listeners"
              .formatted(listener.arn()));
    }
  }

  private static List<String> arns(List<Certificate> certificates) throws ApiException {
    if (certificates.isEmpty()) {
      throw ApiException.validation("A certificate must be specified");
    }
    List<String> arns = new ArrayList<>();
    for (Certificate certificate : certificates) {
      arns.add(ListenerSecurity.arn(certificate));
    }
    return arns;
  }

  /** How many certificates a load balancer has, the default one of each listener not counted. */
  private static long count(BalancerConfig balancer) {
    return balancer.listeners().stream()
        .flatMap(
            listener ->
                listener.certificates().stream().filter(arn -> !arn.equals(standard(listener))))
        .count();
  }

  private static String standard(ListenerConfig listener) {
    return listener.resource().certificates().get(0).certificateArn();
  }

  private static Certificate shown(String arn, boolean standard) {
    return Certificate.builder().certificateArn(arn).isDefault(standard).build();
  }
}
