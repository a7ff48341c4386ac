package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.api.audit.AuditEvent;
import io.albspec.proxy.api.audit.AuditTrail;
import io.albspec.proxy.api.audit.AuditedService;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.time.ManualTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a call over HTTP reaches the audit trail. */
class AuditTest {

  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20240308/us-east-2/elasticloadbalancing/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
  private final ManualTime time = new ManualTime(Account.START);
  private ControlEndpoint endpoint;

  @BeforeEach
  void start() throws IOException {
    AuditTrail trail =
        new AuditTrail() {
          @Override
          public void add(AuditEvent event) {
            events.add(event);
          }

          @Override
          public void close() {
            events.clear();
          }
        };
    endpoint =
        ControlEndpoint.builder()
            .time(time)
            .dataPlane(new RecordingDataPlane())
            .audit(trail)
            .start();
  }

  @Test
  void callsOfTheZonalShiftApiAreRecordedAsThoseOfTheirService() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint.endpoint() + "/zonalshifts"))
            .POST(BodyPublishers.ofString("{\"awayFrom\":\"use2-az1\"}"))
            .build();

    HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.service()).isEqualTo(AuditedService.ZONAL_SHIFT);
              assertThat(event.action()).isEqualTo("StartZonalShift");
              assertThat(event.request().orElseThrow()).hasToString("{\"awayFrom\":\"use2-az1\"}");
              assertThat(event.refusal().orElseThrow().code()).isEqualTo("ValidationException");
            });
  }

  @AfterEach
  void stop() {
    endpoint.close();
    time.close();
    assertThat(events).as("closed with the endpoint").isEmpty();
  }

  @Test
  void aCallThatSucceedsIsThereWithRequestAndAnswer() throws Exception {
    call("/?Action=DescribeTargetGroups&PageSize=7");

    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo("DescribeTargetGroups");
              assertThat(event.time()).isEqualTo(Account.START);
              assertThat(event.request().orElseThrow())
                  .hasToString("DescribeTargetGroupsRequest(PageSize=7)");
              assertThat(event.answer()).isPresent();
              assertThat(event.refusal()).isEmpty();
              assertThat(event.sender().address()).isEqualTo("127.0.0.1");
              assertThat(event.sender().userAgent()).contains("curl/8");
              assertThat(event.sender().caller().accessKeyId()).contains("AKIDEXAMPLE");
              assertThat(event.sender().temporary()).isFalse();
            });
  }

  @Test
  void aCallThatIsRefusedIsThereWithWhatItAskedFor() throws Exception {
    call("/?Action=CreateTargetGroup&Name=not%20a%20name");

    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.request()).isPresent();
              assertThat(event.answer()).isEmpty();
              assertThat(event.refusal()).map(ApiException::code).contains("ValidationError");
            });
  }

  @Test
  void anActionThatDoesNotExistIsThereAndARequestWithoutActionIsNot() throws Exception {
    call("/?Action=Dance");
    call("/?Version=2015-12-01");
    call("/elsewhere");

    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo("Dance");
              assertThat(event.request()).isEmpty();
              assertThat(event.refusal()).map(ApiException::code).contains("InvalidAction");
            });
  }

  @Test
  void aSignatureInTheQueryTellsTheKeyToo() throws Exception {
    HttpRequest presigned =
        request(
                "/?Action=DescribeTargetGroups&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20240308T120000Z"
                    + "&X-Amz-Credential=ASIAEXAMPLE%2F20240308%2Fus-east-2%2Felasticloadbalancing%2Faws4_request"
                    + "&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Security-Token=token"
                    + "&X-Amz-Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")
            .build();
    HttpClient.newHttpClient().send(presigned, BodyHandlers.ofString());

    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.sender().caller().accessKeyId()).contains("ASIAEXAMPLE");
              assertThat(event.sender().temporary()).isTrue();
              assertThat(event.toString()).doesNotContain("5d672d79").doesNotContain("token");
            });
  }

  private void call(String target) throws IOException, InterruptedException {
    HttpRequest request =
        request(target)
            .header("Authorization", AUTHORIZATION)
            .header("X-Amz-Date", "20240308T120000Z")
            .header("User-Agent", "curl/8")
            .build();
    HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String target) {
    URI uri = endpoint.endpoint().resolve(target);
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10));
  }
}
