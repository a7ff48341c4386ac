package io.albspec.load.report;

import io.albspec.load.accounting.Accounting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A run that has ended.
 *
 * @param started when
 * @param system what was loaded
 * @param usersPerSecond users that arrived each second
 * @param phase how long each phase lasted
 * @param seed of the mixture of requests
 * @param command what to type to run it again
 * @param gatling the report of Gatling
 * @param accounting where every request went
 */
public record Run(
    Instant started,
    String system,
    int usersPerSecond,
    Duration phase,
    long seed,
    String command,
    Path gatling,
    Accounting accounting) {}
