package io.albspec.proxy.store;

/**
 * The keys of records: the kind, the id of the resource it hangs on, its own id. So the records of
 * what hangs on one resource lie side by side.
 */
final class Key {

  private Key() {}

  /**
   * What the keys of all begin with that are of one kind and hang on one resource.
   *
   * @param parent its id; empty for those that hang on nothing
   */
  static String prefix(String kind, String parent) {
    return kind + " " + parent + " ";
  }
}
