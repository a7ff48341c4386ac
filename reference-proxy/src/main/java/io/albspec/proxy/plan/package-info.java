/** The configuration compiled for speed: what a listener needs to know to handle a request. */
package io.albspec.proxy.plan;
