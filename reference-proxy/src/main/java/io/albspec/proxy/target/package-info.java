/** Target groups at work: their targets, and choosing one for a request. */
package io.albspec.proxy.target;
