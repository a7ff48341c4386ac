/** HTTP/2 to targets, on Jetty's sessions and streams: many exchanges at once on a connection. */
package io.albspec.proxy.backend.http2;
