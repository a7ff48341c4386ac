/**
 * How far a request can be trusted to be understood in one way only (guide: "Desync mitigation
 * mode").
 */
package io.albspec.proxy.desync;
