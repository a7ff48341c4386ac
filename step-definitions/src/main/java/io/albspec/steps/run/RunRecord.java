package io.albspec.steps.run;

import io.albspec.steps.driver.Drivers;
import io.albspec.steps.driver.Selection;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestRunStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A Cucumber plugin that writes {@code run.json} into the folder it is given. */
public final class RunRecord implements ConcurrentEventListener {

  private final Path folder;
  private final AtomicReference<Instant> started = new AtomicReference<>(Instant.EPOCH);

  /** Writes into that folder. */
  public RunRecord(String folder) {
    this.folder = Path.of(folder);
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestRunStarted.class, event -> started.compareAndSet(Instant.EPOCH, event.getInstant()));
    publisher.registerHandlerFor(TestRunFinished.class, event -> write(event.getInstant()));
  }

  private void write(Instant finished) {
    RunSettings settings = RunSettings.from(System.getProperties());
    Selection selection = Selection.from(System.getProperties());
    try {
      new RunFile(Drivers.of(selection).system(), settings.parallelism())
          .ran(started.get(), finished)
          .asked(settings.filter(), settings.command())
          .write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write run.json into " + folder, e);
    }
  }
}
