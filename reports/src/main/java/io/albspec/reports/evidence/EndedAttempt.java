package io.albspec.reports.evidence;

/** An attempt that is over, and what it was an attempt at. */
record EndedAttempt(Place place, Attempt attempt) {}
