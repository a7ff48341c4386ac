package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.ZoneHealth;
import io.albspec.proxy.store.EmbeddedStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Guide, "Zonal shift". */
@Timeout(60)
class ZonalShiftTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SHIFTS = "/zonalshifts";

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Account account;
  private String balancer;
  private String group;

  /** An answer: its status and its members. */
  private record Answered(int status, String type, JsonNode json) {

    String text(String pointer) {
      return json.at(pointer).asText();
    }
  }

  @BeforeEach
  void open() throws IOException {
    account = new Account(EmbeddedStore.open(folder), new Cloud());
    LoadBalancer made = account.balancer("shifted");
    TargetGroup forwarded = account.addresses("blue");
    balancer = made.loadBalancerArn();
    group = forwarded.targetGroupArn();
    account.listener(made, 80, Account.forward(forwarded));
    crossZone("false");
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void aShiftBeginsNowAndExpires() {
    Answered started = start("use2-az1", "20m", "one zone is impaired");

    assertThat(started.status()).isEqualTo(201);
    assertThat(started.text("/status")).isEqualTo("ACTIVE");
    assertThat(started.text("/awayFrom")).isEqualTo("use2-az1");
    assertThat(started.text("/comment")).isEqualTo("one zone is impaired");
    assertThat(time(started, "/startTime")).isEqualTo(Account.START);
    assertThat(time(started, "/expiryTime")).isEqualTo(Account.START.plusSeconds(1200));
    assertThat(inService()).containsExactly("us-east-2b");

    account.time().advance(Duration.ofMinutes(20));

    Waiting.until(() -> inService().size() == 2);
    assertThat(statuses("")).containsExactly("EXPIRED");
  }

  @ParameterizedTest
  @CsvSource({"1m", "72h", "4320m", "3h"})
  void aShiftLastsFromAMinuteToThreeDays(String length) {
    assertThat(start("use2-az1", length, "c").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "0m, InvalidExpiresIn",
    "73h, InvalidExpiresIn",
    "4321m, InvalidExpiresIn",
    "1d, InvalidExpiresIn",
    "'', InvalidExpiresIn",
    "01m, InvalidExpiresIn",
    ", MissingValue"
  })
  void everythingElseIsRefused(String length, String reason) {
    Answered refused = start("use2-az1", length, "c");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.type()).isEqualTo("ValidationException");
    assertThat(refused.text("/reason")).isEqualTo(reason);
    assertThat(refused.text("/message")).contains("expiresIn");
  }

  @Test
  void whileCrossZoneLoadBalancingIsOnThereIsNothingToShift() {
    crossZone("use_load_balancer_configuration");

    Answered refused = start("use2-az1", "20m", "c");

    assertThat(refused.type()).isEqualTo("ResourceNotFoundException");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("/message")).contains("cross-zone load balancing must be off");
    assertThat(call("GET", "/managedresources", "").json().at("/items")).isEmpty();
  }

  @Test
  void onlyOneZoneAtATime() {
    String id = start("use2-az1", "20m", "c").text("/zonalShiftId");

    Answered refused = start("use2-az2", "20m", "c");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.type()).isEqualTo("ConflictException");
    assertThat(refused.text("/reason")).isEqualTo("ZonalShiftAlreadyExists");
    assertThat(refused.text("/zonalShiftId")).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-2a, 201, ",
    "use2-az3, 400, UnsupportedAz",
    "usw2-az1, 400, InvalidAz",
    ", 400, MissingValue"
  })
  void theZoneIsOneOfTheLoadBalancer(String zone, int status, String reason) {
    Answered answered = start(zone, "20m", "c");

    assertThat(answered.status()).isEqualTo(status);
    assertThat(answered.text("/reason")).isEqualTo(reason == null ? "" : reason);
  }

  @Test
  void commentAndExpiryCanBeUpdated() {
    String id = start("use2-az1", "20m", "first").text("/zonalShiftId");
    account.time().advance(Duration.ofMinutes(10));

    Answered commented = call("PATCH", SHIFTS + "/" + id, "{\"comment\":\"second\"}");
    Answered prolonged = call("PATCH", SHIFTS + "/" + id, "{\"expiresIn\":\"1h\"}");

    assertThat(time(commented, "/expiryTime")).isEqualTo(Account.START.plusSeconds(1200));
    assertThat(prolonged.text("/comment")).isEqualTo("second");
    assertThat(time(prolonged, "/expiryTime")).isEqualTo(Account.START.plusSeconds(4200));
    account.time().advance(Duration.ofMinutes(59));
    assertThat(statuses("?status=ACTIVE")).containsExactly("ACTIVE");
    account.time().advance(Duration.ofMinutes(2));
    Waiting.until(() -> inService().size() == 2);
  }

  @Test
  void aShiftThatIsCancelledIsOverAtOnce() {
    String id = start("use2-az1", "20m", "c").text("/zonalShiftId");

    Answered cancelled = call("DELETE", SHIFTS + "/" + id, "");

    assertThat(cancelled.text("/status")).isEqualTo("CANCELED");
    assertThat(inService()).hasSize(2);
    assertThat(call("DELETE", SHIFTS + "/" + id, "").text("/reason"))
        .isEqualTo("ZonalShiftStatusNotActive");
    assertThat(call("PATCH", SHIFTS + "/none-of-them", "{}").type())
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void shiftsAreListedNewestFirstInPages() {
    for (String comment : List.of("1", "2", "3")) {
      String id = start("use2-az1", "20m", comment).text("/zonalShiftId");
      call("DELETE", SHIFTS + "/" + id, "");
      account.time().advance(Duration.ofSeconds(1));
    }

    Answered first = call("GET", SHIFTS + "?maxResults=2", "");
    Answered second =
        call("GET", SHIFTS + "?maxResults=2&nextToken=" + first.text("/nextToken"), "");

    assertThat(first.json().at("/items").findValuesAsText("comment")).containsExactly("3", "2");
    assertThat(second.json().at("/items").findValuesAsText("comment")).containsExactly("1");
    assertThat(second.json().has("nextToken")).isFalse();
    assertThat(call("GET", SHIFTS + "?nextToken=x", "").text("/reason")).isEqualTo("InvalidToken");
    assertThat(call("GET", SHIFTS + "?maxResults=101", "").status()).isEqualTo(400);
    assertThat(call("GET", SHIFTS + "?status=NONE", "").text("/reason")).isEqualTo("InvalidStatus");
  }

  @Test
  void aResourceTellsItsWeights() {
    start("use2-az2", "20m", "c");
    String escaped = balancer.replace(":", "%3A").replace("/", "%2F");

    Answered resource = call("GET", "/managedresources/" + escaped, "");

    assertThat(resource.text("/arn")).isEqualTo(balancer);
    assertThat(resource.json().at("/appliedWeights").toString())
        .isEqualTo("{\"use2-az1\":1.0,\"use2-az2\":0.0}");
    assertThat(resource.text("/zonalShifts/0/appliedStatus")).isEqualTo("APPLIED");
    assertThat(call("GET", "/managedresources/arn%3Anone", "").status()).isEqualTo(404);
  }

  @Test
  void aShiftSurvivesARestartAndStillExpires() throws Exception {
    start("use2-az1", "20m", "c");

    account.close();
    account = new Account(EmbeddedStore.open(folder), new Cloud());

    assertThat(statuses("?status=ACTIVE")).containsExactly("ACTIVE");
    assertThat(inService()).containsExactly("us-east-2b");
    account.time().advance(Duration.ofMinutes(20));
    Waiting.until(() -> inService().size() == 2);
  }

  @Test
  void aBodyThatIsNoneIsSaid() {
    assertThat(call("POST", SHIFTS, "[").type()).isEqualTo("SerializationException");
    assertThat(call("POST", SHIFTS, "{\"comment\":1}").type()).isEqualTo("ValidationException");
    assertThat(call("PUT", SHIFTS, "{}").type()).isEqualTo("UnknownOperationException");
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-2a, use2-az1",
    "ap-southeast-1b, apse1-az2",
    "eu-central-1c, euc1-az3",
    "us-gov-west-1a, usgw1-az1",
    "us-east-2-lax-1a, us-east-2-lax-1a"
  })
  void zonesHaveIds(String name, String id) {
    assertThat(new Zone(name, Zone.Type.AVAILABILITY_ZONE, Zone.A.nodes()).id()).isEqualTo(id);
  }

  private void crossZone(String value) {
    TargetGroupAttribute attribute =
        TargetGroupAttribute.builder()
            .key("load_balancing.cross_zone.enabled")
            .value(value)
            .build();
    account
        .client()
        .modifyTargetGroupAttributes(r -> r.targetGroupArn(group).attributes(attribute));
  }

  private Answered start(String zone, String length, String comment) {
    return call(
        "POST",
        SHIFTS,
        MAPPER
            .createObjectNode()
            .put("resourceIdentifier", balancer)
            .put("awayFrom", zone)
            .put("expiresIn", length)
            .put("comment", comment)
            .toString());
  }

  private Answered call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(account.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answered(
          response.statusCode(),
          response.headers().firstValue("x-amzn-ErrorType").orElse(""),
          MAPPER.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Instant time(Answered answered, String pointer) {
    return Instant.ofEpochSecond(answered.json().at(pointer).asLong());
  }

  private List<String> statuses(String query) {
    return call("GET", SHIFTS + query, "").json().at("/items").findValuesAsText("status");
  }

  private List<String> inService() {
    BalancerConfig live = account.dataPlane().live().balancers().get(balancer);
    List<String> zones = new ArrayList<>();
    live.inService(ZoneHealth.ALL).forEach(node -> zones.add(node.zone()));
    return zones;
  }
}
