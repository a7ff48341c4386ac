/** What the load runs against: the balancer, its targets, and the faults between them. */
package io.albspec.load.stage;
