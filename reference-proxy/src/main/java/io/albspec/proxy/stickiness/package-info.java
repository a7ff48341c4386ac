/** Cookies of the load balancer's own, by which a client comes back to where it was. */
package io.albspec.proxy.stickiness;
