package io.albspec.steps.driver;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class Elbv2DriverTest extends DriverContract {

  private Deployment running;

  @BeforeEach
  void startASystem() {
    running = new ReferenceDriver().deploy();
  }

  @AfterEach
  void stopTheSystem() {
    running.close();
  }

  @Override
  Driver driver() {
    return new Elbv2Driver(new Selection("elbv2", Optional.of(running.endpoint()), 1));
  }
}
