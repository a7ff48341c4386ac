package io.albspec.proxy.hpack;

/** Takes the fields of a header block in their order. */
@FunctionalInterface
public interface FieldSink {

  /**
   * Takes a field; the parts are valid during the call only.
   *
   * @param encoded how many bytes of the block it took
   */
  void field(Octets name, Octets value, int encoded);
}
