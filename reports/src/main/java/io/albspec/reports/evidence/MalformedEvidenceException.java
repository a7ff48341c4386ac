package io.albspec.reports.evidence;

/** Evidence that cannot be read: the message names the file and the line or field. */
public final class MalformedEvidenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the place and what is wrong there. */
  public MalformedEvidenceException(String place, String fault) {
    super(place + ": " + fault);
  }

  static MalformedEvidenceException inLine(String file, int line, String fault) {
    return new MalformedEvidenceException(file + ", line " + line, fault);
  }

  static MalformedEvidenceException inField(String file, String field, String fault) {
    return new MalformedEvidenceException(file + ", field " + field, fault);
  }
}
