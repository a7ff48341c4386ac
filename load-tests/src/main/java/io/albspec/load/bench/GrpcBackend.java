package io.albspec.load.bench;

import io.albspec.fixtures.grpc.GrpcServer;
import java.io.IOException;

/** A gRPC server for benchmarks: prints its port, and serves until it is ended. */
public final class GrpcBackend {

  private GrpcBackend() {}

  /** Starts it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (GrpcServer server = GrpcServer.start("bench")) {
      server.recordNothing();
      System.out.println(server.port());
      Thread.currentThread().join();
    }
  }
}
