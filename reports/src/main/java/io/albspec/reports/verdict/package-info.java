/** What the evidence means: the verdict on each scenario, on each requirement and on the run. */
package io.albspec.reports.verdict;
