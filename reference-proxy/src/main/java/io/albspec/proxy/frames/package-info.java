/**
 * What HTTP/2 is the same with clients and with targets (RFC 9113): frames, windows, the form of
 * header blocks and fields, and protection from peers that only make work.
 */
package io.albspec.proxy.frames;
