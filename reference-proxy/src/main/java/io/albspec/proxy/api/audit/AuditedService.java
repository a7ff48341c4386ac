package io.albspec.proxy.api.audit;

/** The services whose calls are recorded. */
public enum AuditedService {
  /** Load balancers. */
  LOAD_BALANCING("elasticloadbalancing", "2015-12-01"),
  /** Zonal shifts. */
  ZONAL_SHIFT("arc-zonal-shift", "2022-10-30");

  private final String signingName;
  private final String apiVersion;

  AuditedService(String signingName, String apiVersion) {
    this.signingName = signingName;
    this.apiVersion = apiVersion;
  }

  /** The name that requests are signed for. */
  public String signingName() {
    return signingName;
  }

  /** The version of its API. */
  String apiVersion() {
    return apiVersion;
  }
}
