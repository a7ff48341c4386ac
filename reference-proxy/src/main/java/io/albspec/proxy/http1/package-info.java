/** The byte-exact HTTP/1 engine: framing, writing heads, the client's connection. */
package io.albspec.proxy.http1;
