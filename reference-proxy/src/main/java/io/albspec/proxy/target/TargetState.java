package io.albspec.proxy.target;

/** What the health checks of a target say (guide: "Target health status"). */
public enum TargetState {
  /** It has not passed a health check yet, nor failed enough of them. */
  INITIAL,
  /** It passes its health checks. */
  HEALTHY,
  /** It fails its health checks. */
  UNHEALTHY
}
