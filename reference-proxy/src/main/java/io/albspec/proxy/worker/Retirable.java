package io.albspec.proxy.worker;

import org.eclipse.jetty.io.Connection;

/** A client's connection. */
public interface Retirable extends Connection {

  /** Ends after the exchange in progress; at once if there is none. */
  void retire();
}
