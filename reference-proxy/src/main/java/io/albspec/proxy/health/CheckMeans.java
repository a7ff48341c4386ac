package io.albspec.proxy.health;

import io.albspec.proxy.backend.http2.Workbench;
import io.albspec.proxy.tls.TargetTls;
import io.albspec.proxy.worker.Worker;

/**
 * What all health checks are done with.
 *
 * @param worker does them
 * @param tls secures connections
 * @param bench for those over HTTP/2
 */
record CheckMeans(Worker worker, TargetTls tls, Workbench bench) {}
