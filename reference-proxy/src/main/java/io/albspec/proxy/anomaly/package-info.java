/** Finding targets that fail more often than their peers, and sparing them. */
package io.albspec.proxy.anomaly;
