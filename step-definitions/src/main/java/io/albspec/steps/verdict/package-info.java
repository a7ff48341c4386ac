/** What decides whether a scenario can be judged at all, and that it was. */
package io.albspec.steps.verdict;
