/** Access log and trace ids. */
package io.albspec.proxy.telemetry;
