package io.albspec.load.accounting;

/** What can be wrong with a request. */
public enum Discrepancy {
  /** A client began to send it and never learned of an end. */
  UNFINISHED,
  /** It ended more than once for its client, or its id was used twice. */
  ENDED_TWICE,
  /** The access log has no entry for it. */
  NOT_LOGGED,
  /** The access log has more than one entry for it. */
  LOGGED_TWICE,
  /** The status in the access log is not the one the client got. */
  STATUS_DIFFERS,
  /** The client got 200, and no target has received it. */
  NOT_RECEIVED,
  /** Targets received it more than once. */
  RECEIVED_TWICE,
  /** Client, access log and targets do not name the same target. */
  TARGET_DIFFERS,
  /** The status of the target in the access log is not what it answered. */
  TARGET_STATUS_DIFFERS,
  /** The answer is to another request, or its body has another length than asked for. */
  ANSWER_DIFFERS,
  /** The body that a target received has another length than the client sent. */
  BODY_DIFFERS,
  /** The access log or a target knows of a request that no client sent. */
  NOT_SENT,
  /** It was not answered with 200, and no fault excuses that. */
  FAILED
}
