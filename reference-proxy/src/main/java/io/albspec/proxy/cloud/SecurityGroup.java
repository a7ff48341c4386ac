package io.albspec.proxy.cloud;

import java.util.List;

/**
 * A security group.
 *
 * @param id such as {@code sg-default}
 * @param vpc the id of its VPC
 * @param inbound what it lets in; nothing else is
 */
public record SecurityGroup(String id, String vpc, List<InboundRule> inbound) {

  /** One that lets everything in. */
  public static SecurityGroup open(String id, String vpc) {
    return new SecurityGroup(id, vpc, List.of(InboundRule.EVERYTHING));
  }
}
