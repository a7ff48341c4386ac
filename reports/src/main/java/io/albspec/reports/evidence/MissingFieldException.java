package io.albspec.reports.evidence;

/** A message without a field it must have, or that speaks of something unheard of. */
final class MissingFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingFieldException(String fault) {
    super(fault);
  }
}
