/**
 * HAProxy as a data plane: the configuration rendered as haproxy.cfg, one haproxy process for each
 * load balancer, reloaded on change.
 *
 * <p>What HAProxy can express is written the way an operator would write it, without Lua and
 * without tricks that only serve to look like an Application Load Balancer. What it cannot express
 * is refused.
 */
package io.albspec.steps.driver.haproxy;
