/**
 * HTTP/2 with clients (RFC 9113): frames, flow control, streams; each stream carries one exchange
 * at a time.
 */
package io.albspec.proxy.http2;
