package io.albspec.steps.world;
record FleetMember(String host, int port, int otherPort, String instanceId) {}
