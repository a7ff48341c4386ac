/** What a scenario that did not pass leaves behind for its reader. */
package io.albspec.steps.evidence;
