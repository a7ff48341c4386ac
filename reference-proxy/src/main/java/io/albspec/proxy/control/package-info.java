/** The operations of the ELBv2 API and the configuration they change. */
package io.albspec.proxy.control;
