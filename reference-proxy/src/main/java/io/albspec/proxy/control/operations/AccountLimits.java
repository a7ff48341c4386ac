package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeAccountLimitsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Limit;

/** DescribeAccountLimits. */
final class AccountLimits {

  private static final Paging<Limit> PAGING = new Paging<>("DescribeAccountLimits", Limit::name);

  private final List<Limit> limits;

  AccountLimits(Quotas quotas) {
    this.limits =
        Arrays.stream(Quota.values())
            .map(
                quota ->
                    Limit.builder()
                        .name(quota.limit())
                        .max(String.valueOf(quotas.maximum(quota)))
                        .build())
            .toList();
  }

  DescribeAccountLimitsResponse describe(DescribeAccountLimitsRequest request) throws ApiException {
    Paging.Page<Limit> page = PAGING.page(limits, request.marker(), request.pageSize());
    return DescribeAccountLimitsResponse.builder()
        .limits(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }
}
