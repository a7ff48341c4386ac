package io.albspec.reports.verdict;

/**
 * A verdict and why.
 *
 * @param reason for people, may have many lines; empty if all is well
 */
record Judgement(Verdict verdict, String reason) {}
