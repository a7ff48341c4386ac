/** Header compression of HTTP/2 (RFC 7541), byte for byte: what a peer sent is not touched up. */
package io.albspec.proxy.hpack;
