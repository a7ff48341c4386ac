package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.List;

/**
 * A virtual private cloud.
 *
 * @param id such as {@code vpc-default}
 * @param blocks its addresses; those of this machine, 127.0.0.0/8, belong to every VPC beside
 * @param defaultSecurityGroup the security group of whoever names none
 */
public record Vpc(String id, List<AddressBlock> blocks, String defaultSecurityGroup) {

  /** Whether an address is in it. */
  public boolean contains(InetAddress address) {
    return AddressBlock.LOOPBACK.contains(address)
        || blocks.stream().anyMatch(block -> block.contains(address));
  }
}
