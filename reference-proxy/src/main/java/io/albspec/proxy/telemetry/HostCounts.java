package io.albspec.proxy.telemetry;

/**
 * What the metrics of a target group's targets show at one moment (guide, "CloudWatch metrics for
 * your Application Load Balancer").
 *
 * @param anomalous the metric AnomalousHostCount
 * @param mitigated the metric MitigatedHostCount
 */
public record HostCounts(int anomalous, int mitigated) {}
