package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.KeptObjects;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.operations.ControlPlane;
import io.albspec.proxy.control.operations.Quotas;
import io.albspec.proxy.control.operations.Surroundings;
import io.albspec.proxy.time.ManualTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;

class TogetherTest {

  private final RecordingDataPlane dataPlane = new RecordingDataPlane();
  private final List<Config> stored = new CopyOnWriteArrayList<>();

  @Test
  void changesSeeEachOtherAndOthersSeeThemAllAtOnce() throws Exception {
    try (ControlPlane controlPlane = controlPlane()) {
      int seenBetween =
          controlPlane.together(
              () -> {
                createGroup(controlPlane, "one");
                createGroup(controlPlane, "two");
                assertThat(groups(controlPlane)).isEqualTo(2);
                return CompletableFuture.supplyAsync(() -> groups(controlPlane)).join();
              });

      assertThat(seenBetween).isZero();
      assertThat(groups(controlPlane)).isEqualTo(2);
      assertThat(stored).singleElement().extracting(Config::generation).isEqualTo(1L);
    }
  }

  @Test
  void oneThatFailsUndoesTheOthers() throws Exception {
    try (ControlPlane controlPlane = controlPlane()) {
      assertThatThrownBy(
              () ->
                  controlPlane.together(
                      () -> {
                        createGroup(controlPlane, "one");
                        createGroup(controlPlane, "not a name");
                        return "";
                      }))
          .isInstanceOf(ApiException.class);

      assertThat(groups(controlPlane)).isZero();
      assertThat(stored).isEmpty();
      createGroup(controlPlane, "later");
      assertThat(groups(controlPlane)).isEqualTo(1);
    }
  }

  private ControlPlane controlPlane() throws ApiException {
    return ControlPlane.start(
        Config.EMPTY,
        dataPlane,
        stored::add,
        new Surroundings(new Cloud(), KeptObjects.temporary(Buckets.NONE), Quotas.STANDARD),
        new ManualTime(Account.START));
  }

  private static void createGroup(ControlPlane controlPlane, String name) throws ApiException {
    Parameters parameters = new Parameters();
    parameters.read("Name=" + name + "&Protocol=HTTP&Port=80&VpcId=vpc-default");
    call(controlPlane, "CreateTargetGroup", parameters);
  }

  private static int groups(ControlPlane controlPlane) {
    try {
      return ((DescribeTargetGroupsResponse)
              call(controlPlane, "DescribeTargetGroups", new Parameters()))
          .targetGroups()
          .size();
    } catch (ApiException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SdkPojo call(ControlPlane controlPlane, String action, Parameters parameters)
      throws ApiException {
    return controlPlane
        .operations()
        .get(action)
        .<ApiException>perform(
            builder -> QueryDecoder.fill(builder, parameters), ModelCheck::check);
  }
}
