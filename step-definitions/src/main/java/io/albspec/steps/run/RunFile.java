package io.albspec.steps.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.features.Catalogue;
import io.albspec.steps.driver.SystemInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What a run was about, beside its messages: {@code run.json}. */
final class RunFile {

  static final String NAME = "run.json";
  private static final String SCHEMA = "albspec/run/1";

  private final ObjectNode root = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);

  RunFile(SystemInfo system, int parallelism) {
    root.putObject("system")
        .put("vendor", system.vendor())
        .put("product", system.product())
        .put("version", system.version())
        .put("driver", system.driver());
    root.putObject("environment")
        .put("java", System.getProperty("java.vm.name") + " " + Runtime.version())
        .put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .put("cpus", Runtime.getRuntime().availableProcessors())
        .put("time", system.time())
        .put("parallelism", parallelism);
    Catalogue catalogue = Catalogue.load();
    root.putObject("catalogue")
        .put("sha256", catalogue.sha256())
        .put("requirements", catalogue.requirements().size());
  }

  RunFile ran(Instant started, Instant finished) {
    root.put("started", started.toString()).put("finished", finished.toString());
    return this;
  }

  RunFile asked(String filter, String command) {
    root.put("filter", filter).put("command", command);
    return this;
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve(NAME).toFile(), root);
  }
}
