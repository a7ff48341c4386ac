/** Health checks and the states of targets. */
package io.albspec.proxy.health;
