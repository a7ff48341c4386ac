/** The simulated surroundings: account, region, zones, subnets, instances, addresses. */
package io.albspec.proxy.cloud;
