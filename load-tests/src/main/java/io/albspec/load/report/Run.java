package io.albspec.load.report;

import io.albspec.load.accounting.Accounting;
import io.albspec.load.traffic.Traffic;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A run that has ended.
 *
 * @param started when
 * @param system what was loaded
 * @param traffic how much was sent
 * @param command what to type to run it again
 * @param gatling the report of Gatling
 * @param accounting where every request went
 */
public record Run(
    Instant started,
    String system,
    Traffic traffic,
    String command,
    Path gatling,
    Accounting accounting) {}
