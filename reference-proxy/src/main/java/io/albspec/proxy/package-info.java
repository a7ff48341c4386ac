/** The reference balancer: the embedded API and the command line. */
package io.albspec.proxy;
