/** A conformance run: the command, the engine it drives, the files it leaves behind. */
package io.albspec.steps.run;
