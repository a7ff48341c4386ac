package io.albspec.steps.driver;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.albspec.steps.driver.haproxy.HaproxyBinary;

class HaproxyDriverTest extends DriverContract {

  @Override
  Driver driver() {
    assumeThat(HaproxyBinary.INSTALLED).as("haproxy is installed").isExecutable();
    return new HaproxyDriver();
  }
}
