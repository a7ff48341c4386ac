/** The attributes of load balancers and target groups: names, defaults, allowed values. */
package io.albspec.proxy.control.attributes;
