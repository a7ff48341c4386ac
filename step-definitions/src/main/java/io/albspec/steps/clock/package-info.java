/** Guide time as the system under test lives it, and bounded waiting on it. */
package io.albspec.steps.clock;
