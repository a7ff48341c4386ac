package io.albspec.steps.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import io.albspec.steps.driver.Selection;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The specification, or a part of it, run against one system. */
public final class ConformanceRun {

  private static final String MESSAGES = "messages.ndjson";
  private static final String SPECIFICATION = "alb";

  private final Selection selection;
  private final String expression;
  private final int parallelism;

  /**
   * A run that has not begun.
   *
   * @param expression which scenarios, by their tags; empty for all
   * @param parallelism how many scenarios run at a time
   */
  public ConformanceRun(Selection selection, String expression, int parallelism) {
    this.selection = selection;
    this.expression = expression;
    this.parallelism = parallelism;
  }

  /**
   * The tag expression itself.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static String checked(String expression) {
    try {
      TagExpressionParser.parse(expression);
      return expression;
    } catch (TagExpressionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Lists the scenarios, each with the requirements it shows. */
  public void list(PrintWriter out) {
    TestPlan plan = LauncherFactory.create().discover(request(Map.of()));
    new ScenarioList(plan).print(out);
  }

  /**
   * Runs the scenarios and leaves messages and {@code run.json} in a folder.
   *
   * @param command the command that repeats the run
   * @param progress where progress is shown
   * @return whether no scenario failed
   */
  public boolean execute(Path folder, String command, PrintWriter progress) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(MESSAGES));
    selection.into(System.getProperties());
    new RunSettings(expression, command, parallelism).into(System.getProperties());
    Launcher launcher = LauncherFactory.create();
    TestPlan plan = launcher.discover(request(Map.of("cucumber.plugin", plugins(folder))));
    Thread orphans = new Thread(ConformanceRun::stopChildren, "albspec-orphans");
    Runtime.getRuntime().addShutdownHook(orphans);
    try (Progress shown = new Progress(plan, progress)) {
      launcher.execute(plan, shown);
      return shown.failed() == 0;
    } finally {
      stopChildren();
      Runtime.getRuntime().removeShutdownHook(orphans);
    }
  }

  private LauncherDiscoveryRequest request(Map<String, String> parameters) {
    String number = Integer.toString(parallelism);
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectPackage(SPECIFICATION))
        .filters(includeEngines("cucumber"), new TagExpressionFilter(expression))
        .configurationParameter("cucumber.execution.parallel.config.fixed.parallelism", number)
        .configurationParameter("cucumber.execution.parallel.config.fixed.max-pool-size", number)
        .configurationParameters(parameters)
        .build();
  }

  private static String plugins(Path folder) {
    return String.join(
        ",",
        "message:" + folder.resolve(MESSAGES),
        RunRecord.class.getName() + ":" + folder,
        MissingAbilities.class.getName());
  }

  private static void stopChildren() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }
}
