/** One seam for clocks and timers, so that a 60 s timeout can be shown at once. */
package io.albspec.proxy.time;
