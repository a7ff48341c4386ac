package io.albspec.proxy.store;

/** A store that cannot be used as it is. Nothing in it has been changed. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreException(String message, Exception cause) {
    super(message, cause);
  }
}
