/** The name server of the load balancers: their names, with the addresses of healthy zones. */
package io.albspec.proxy.dns;
