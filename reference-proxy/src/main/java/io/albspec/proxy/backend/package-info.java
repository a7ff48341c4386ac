/** Connections to targets: pools, HTTP/1. */
package io.albspec.proxy.backend;
