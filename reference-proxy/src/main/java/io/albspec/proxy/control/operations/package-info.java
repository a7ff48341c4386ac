/** The operations of the ELBv2 API, one small class for each family. */
package io.albspec.proxy.control.operations;
