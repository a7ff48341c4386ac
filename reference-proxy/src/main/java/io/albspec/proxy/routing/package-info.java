/** Conditions of rules, and actions: what is done with a request. */
package io.albspec.proxy.routing;
