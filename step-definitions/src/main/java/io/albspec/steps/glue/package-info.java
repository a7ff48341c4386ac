/** The steps, one class for each noun of the guide. */
package io.albspec.steps.glue;
