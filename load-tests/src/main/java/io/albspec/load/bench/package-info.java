/** The proxies of the side-by-side benchmark that run in a JVM. */
package io.albspec.load.bench;
