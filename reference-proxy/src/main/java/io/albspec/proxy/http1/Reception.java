package io.albspec.proxy.http1;

import io.albspec.proxy.worker.DateHeader;

/**
 * What the client connections of one worker share.
 *
 * @param admission decides which requests pass
 * @param handler acts on those
 * @param responses writes what clients receive
 */
public record Reception(Admission admission, RequestHandler handler, ResponseWriter responses) {

  /** With this handler, and the worker's date. */
  public Reception(RequestHandler handler, DateHeader date) {
    this(new Admission(), handler, new ResponseWriter(date));
  }
}
