package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.KeptObjects;

/**
 * What load balancers are put into.
 *
 * @param cloud the account, region and network
 * @param objects what is in Amazon S3
 * @param quotas how many things there may be; a configuration that was stored may have more
 */
public record Surroundings(Cloud cloud, KeptObjects objects, Quotas quotas) {}
