/**
 * A selector thread and what belongs to it: buffers, timers, dates. Everything of an exchange
 * happens on one worker, so nothing of it needs a lock.
 */
package io.albspec.proxy.worker;
