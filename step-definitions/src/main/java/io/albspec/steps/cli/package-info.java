/** Literal commands of the AWS command line interface. */
package io.albspec.steps.cli;
