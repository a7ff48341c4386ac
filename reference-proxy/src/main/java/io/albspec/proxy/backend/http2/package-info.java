/** HTTP/2 with targets (RFC 9113): many exchanges at once on a connection. */
package io.albspec.proxy.backend.http2;
