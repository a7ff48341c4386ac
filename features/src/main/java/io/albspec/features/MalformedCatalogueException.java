package io.albspec.features;

/** A line of the catalogue that cannot be read: the message names file, line and column. */
public final class MalformedCatalogueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedCatalogueException(String path, int line, String column, String fault) {
    super(path + ", line " + line + ", column " + column + ": " + fault);
  }
}
