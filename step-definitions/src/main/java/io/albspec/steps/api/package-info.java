/** Calls of the ELBv2 API by name, with members given as paths. */
package io.albspec.steps.api;
