package io.albspec.proxy.telemetry;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that may fail for a while: told once when that begins, and once when it is over. */
final class Trouble {

  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  private final String failure;
  private final String recovery;
  private boolean met;

  Trouble(String failure, String recovery) {
    this.failure = failure;
    this.recovery = recovery;
  }

  void met(IOException cause) {
    if (!met) {
      met = true;
      LOG.warn("{}: {}", failure, cause.toString());
    }
  }

  void over() {
    if (met) {
      met = false;
      LOG.info(recovery);
    }
  }
}
