package io.albspec.proxy.worker;

import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Lets Jetty's timers, such as that of a connection attempt, run on the balancer's time. */
final class TimeScheduler extends AbstractLifeCycle implements Scheduler {

  private final Time time;

  TimeScheduler(Time time) {
    this.time = time;
  }

  @Override
  public Task schedule(Runnable task, long delay, TimeUnit units) {
    Time.Timer timer = time.after(Duration.of(delay, units.toChronoUnit()), task);
    return timer::cancel;
  }
}
