package io.albspec.proxy;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.file.CloudFile;
import io.albspec.proxy.cloud.file.CloudFileWatch;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of a command that say what is around the balancer. */
final class CloudOptions {

  @Option(
      names = "--cloud",
      paramLabel = "FILE",
      description =
          "Describes the simulated account: zones, VPCs, subnets, security groups, instances,"
              + " certificates (docs/cloud.yaml is an example). Read again when it changes. Without"
              + " it every id of AWS's form stands for something.")
  private Path file;

  @Option(
      names = "--instance",
      paramLabel = "ID=ADDRESS[@ZONE]",
      description =
          "Where an instance answers, such as i-0abcdef1234567890=127.0.0.1@us-east-2a. Instances"
              + " not named answer on 127.0.0.1. Repeatable.")
  private List<String> instances = new ArrayList<>();

  private CloudOptions() {}

  /**
   * What they describe.
   *
   * @throws IOException naming file, line and member, if the file cannot be read or is wrong
   * @throws IllegalArgumentException if an instance is not written as it should be
   */
  Cloud cloud() throws IOException {
    Cloud cloud = file == null ? new Cloud() : new Cloud(CloudFile.read(file));
    instances.forEach(text -> InstanceOption.parse(text, cloud).addTo(cloud));
    return cloud;
  }

  /** Follows the file, if there is one, until the result is closed. */
  Cloud.Watch follow(Cloud cloud, Time time) {
    if (file == null) {
      return () -> {};
    }
    CloudFileWatch watch = new CloudFileWatch(file, cloud, time);
    watch.begin();
    return watch::close;
  }
}
