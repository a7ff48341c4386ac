package io.albspec.proxy.hpack;

/** A header block that cannot be decoded: nothing that follows can be either. */
public final class CompressionException extends Exception {

  private static final long serialVersionUID = 1;

  CompressionException(String message) {
    super(message, null, false, false);
  }
}
