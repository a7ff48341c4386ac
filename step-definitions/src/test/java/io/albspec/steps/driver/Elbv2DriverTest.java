package io.albspec.steps.driver;

import io.albspec.steps.api.Answer;
import io.albspec.steps.api.ElbApi;
import io.albspec.steps.api.Members;
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
  void afterwards(ElbApi api) {
    Answer.Result balancers =
        (Answer.Result)
            api.call("DescribeLoadBalancers", new Members().with("Names[1]", "contract"));
    String arn = balancers.text("LoadBalancers[1].LoadBalancerArn");
    api.call("DeleteLoadBalancer", new Members().with("LoadBalancerArn", arn));
  }

  @Override
  Driver driver() {
    return new Elbv2Driver(new Selection("elbv2", Optional.of(running.endpoint()), 1));
  }
}
