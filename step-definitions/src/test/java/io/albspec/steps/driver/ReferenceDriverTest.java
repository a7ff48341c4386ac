package io.albspec.steps.driver;

class ReferenceDriverTest extends DriverContract {

  @Override
  Driver driver() {
    return new ReferenceDriver();
  }
}
