package io.albspec.steps.world;

/** stub */
public final class Fleet {
  void start(String t, String p) {}
  FleetMember member(String name) { return new FleetMember("127.0.0.1", 8080, 8081, "i-0123456789abcdef0"); }
}
