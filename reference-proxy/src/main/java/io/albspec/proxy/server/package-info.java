/** Accepting connections, workers, and the data plane as a whole. */
package io.albspec.proxy.server;
