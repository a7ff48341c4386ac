package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.TrustStoreConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** AddTags, RemoveTags, DescribeTags. */
final class TagOperations {

  private static final int MAX_DESCRIBED = 20;

  private final Configuration configuration;

  TagOperations(Configuration configuration) {
    this.configuration = configuration;
  }

  AddTagsResponse add(AddTagsRequest request) throws ApiException {
    return configuration.change(
        config -> {
          Config next = config;
          for (String arn : request.resourceArns()) {
            next = with(next, arn, TagSet.add(tags(next, arn), request.tags()));
          }
          return new Changed<>(next, AddTagsResponse.builder().build());
        });
  }

  RemoveTagsResponse remove(RemoveTagsRequest request) throws ApiException {
    return configuration.change(
        config -> {
          Config next = config;
          for (String arn : request.resourceArns()) {
            next = with(next, arn, TagSet.remove(tags(next, arn), request.tagKeys()));
          }
          return new Changed<>(next, RemoveTagsResponse.builder().build());
        });
  }

  DescribeTagsResponse describe(DescribeTagsRequest request) throws ApiException {
    if (request.resourceArns().size() > MAX_DESCRIBED) {
      throw ApiException.validation(
          "Cannot have more than %d resource descriptions".formatted(MAX_DESCRIBED));
    }
    Config config = configuration.current();
    List<TagDescription> descriptions = new ArrayList<>();
    for (String arn : request.resourceArns()) {
      descriptions.add(
          TagDescription.builder().resourceArn(arn).tags(TagSet.shown(tags(config, arn))).build());
    }
    return DescribeTagsResponse.builder().tagDescriptions(descriptions).build();
  }

  private static Map<String, String> tags(Config config, String arn) throws ApiException {
    return switch (kind(arn)) {
      case BALANCER -> Lookup.balancer(config, arn).tags();
      case TARGET_GROUP -> Lookup.targetGroup(config, arn).tags();
      case LISTENER -> Lookup.listener(config, arn).listener().tags();
      case RULE -> Lookup.rule(config, arn).rule().tags();
      case TRUST_STORE -> Lookup.trustStore(config, arn).tags();
    };
  }

  private static Config with(Config config, String arn, Map<String, String> tags)
      throws ApiException {
    return switch (kind(arn)) {
      case BALANCER -> {
        BalancerConfig balancer = Lookup.balancer(config, arn);
        yield config.with(balancer.withTags(tags));
      }
      case TARGET_GROUP -> {
        TargetGroupConfig group = Lookup.targetGroup(config, arn);
        yield config.with(group.withTags(tags));
      }
      case LISTENER -> {
        ListenerPlace place = Lookup.listener(config, arn);
        yield place.in(config, place.listener().withTags(tags));
      }
      case RULE -> {
        RulePlace place = Lookup.rule(config, arn);
        yield place.in(config, place.rule().withTags(tags));
      }
      case TRUST_STORE -> {
        TrustStoreConfig store = Lookup.trustStore(config, arn);
        yield config.with(store.withTags(tags));
      }
    };
  }

  private static ResourceKind kind(String arn) throws ApiException {
    return ResourceKind.of(arn)
        .orElseThrow(
            () -> ApiException.validation("'%s' is not a valid resource ARN".formatted(arn)));
  }
}
