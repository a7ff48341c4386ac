/** What a run left behind: run.json and messages.ndjson, read as a stream. */
package io.albspec.reports.evidence;
