package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.exchange.Decision;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFormatTest {

  private static final long MILLI = 1_000_000;
  private static final String GROUP =
      "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067";

  @Test
  void aForwardedRequestIsLoggedAsInTheGuide() {
    Exchange exchange =
        ReceivedRequest.of(
            "GET / HTTP/1.1\r\nHost: www.example.com\r\nUser-Agent: curl/7.46.0\r\n\r\n");
    exchange.decision().rule(Decision.DEFAULT_RULE, "forward");
    exchange.decision().targetGroup(GROUP);
    exchange.decision().target("10.0.0.1:80");
    exchange.traceId("Root=1-58337262-36d228ad5d99923122bbe354");
    exchange.status(200);
    exchange.targetStatus(200);
    exchange.sent(366);
    exchange.timing().sentToTarget(86 * MILLI);
    exchange.timing().targetAnswered(134 * MILLI + 999_999);
    exchange.timing().responded(11_822_641_000L);

    assertThat(entry(exchange))
        .isEqualTo(
            "http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188"
                + " 192.168.131.39:2817 10.0.0.1:80 0.086 0.048 11.687 200 200 66 366"
                + " \"GET http://www.example.com:80/ HTTP/1.1\" \"curl/7.46.0\" - - "
                + GROUP
                + " \"Root=1-58337262-36d228ad5d99923122bbe354\" \"-\" \"-\""
                + " 0 2018-07-02T22:22:48.364000Z \"forward\" \"-\" \"-\""
                + " \"10.0.0.1:80\" \"200\" \"-\" \"-\" TID_1234abcd5678ef90\n");
  }

  @Test
  void aRedirectIsLoggedWithItsUrl() {
    Exchange exchange = ReceivedRequest.get("/a?b=c");
    exchange.decision().rule(1, "redirect");
    exchange.decision().redirectUrl("https://example.com:443/a?b=c");
    exchange.status(301);
    exchange.timing().responded(0);

    assertThat(entry(exchange))
        .contains(" - -1 -1 -1 301 - ")
        .contains("\"GET http://www.example.com:80/a?b=c HTTP/1.1\" \"-\"")
        .endsWith(
            " 1 2018-07-02T22:22:48.364000Z \"redirect\" \"https://example.com:443/a?b=c\""
                + " \"-\" \"-\" \"-\" \"-\" \"-\" TID_1234abcd5678ef90\n");
  }

  /** The 29 fields of the guide, and the id of the connection. */
  @Property
  void everyEntryIsOneLineOf30Fields(@ForAll byte[] received) {
    Exchange exchange = ReceivedRequest.of(new String(received, StandardCharsets.ISO_8859_1));

    String entry = entry(exchange);

    assertThat(entry.chars().filter(c -> c == '\n')).hasSize(1);
    assertThat(fields(entry)).hasSize(30);
  }

  @Property
  void noHeadBreaksTheEntry(
      @ForAll @CharRange(to = '\u00ff') String target,
      @ForAll @CharRange(to = '\u00ff') String value) {
    Exchange exchange =
        ReceivedRequest.of(
            "GET /%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %s\r\n\r\n"
                .formatted(target, value, value));
    exchange.decision().rule(1, "forward");
    exchange.traceId("Root=1;x=" + value);

    String entry = entry(exchange);

    assertThat(entry.chars().filter(c -> c == '\n')).hasSize(1);
    assertThat(fields(entry)).hasSize(30);
    assertThat(entry.chars().filter(c -> c == '"')).hasSize(24);
  }

  @ParameterizedTest
  @CsvSource({
    "'GET /a%20b?c HTTP/1.1\r\nHost: h:8080\r\n\r\n',     GET http://h:80/a%20b?c HTTP/1.1",
    "'GET http://a.com?q HTTP/1.1\r\nHost: h\r\n\r\n',    GET http://a.com:80/?q HTTP/1.1",
    "'GET http://a.com:9/x HTTP/1.1\r\nHost: h\r\n\r\n',  GET http://a.com:80/x HTTP/1.1",
    "'GET /x HTTP/1.0\r\nX: y\r\n\r\n',                   GET http://10.0.0.30:80/x HTTP/1.0",
    "'GET /\"q\" HTTP/1.1\r\nHost: a\"b\r\n\r\n', GET http://a\\x22b:80/\\x22q\\x22 HTTP/1.1",
    "'GET /\t\u007f HTTP/1.1\r\nHost: h\r\n\r\n',         GET http://h:80/\\x09\\x7F HTTP/1.1",
    "'GET /x HTTP/1.1\r\nHost: h\r\n',                    GET http://h:80/x HTTP/1.1",
    "'GET /x HT',                                         - http://10.0.0.30:80- -",
    "'GET /x\r\n\r\n',                                    GET http://10.0.0.30:80/x -",
    "'GET  HTTP/1.1\r\nHost: h\r\n\r\n',                 - http://10.0.0.30:80- -",
    "'OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n',            OPTIONS http://h:80* HTTP/1.1",
    "'GET /\u00e9 HTTP/1.1\r\nHost: h\r\n\r\n',          GET http://h:80/\u00e9 HTTP/1.1",
    "'',                                                  - http://10.0.0.30:80- -",
    "'HELLO\r\n\r\n',                                     - http://10.0.0.30:80- -",
    "'G@T / HTTP/1.1\r\n\r\n',                            - http://10.0.0.30:80- -",
    "'GET / HTTP/3.0\r\n\r\n',                            - http://10.0.0.30:80- -"
  })
  void theRequestLineIsShownAsItWasSent(String bytes, String request) {
    assertThat(entry(ReceivedRequest.of(bytes))).contains(" \"" + request + "\" \"");
  }

  @Test
  void aForwardedRequestWithoutVersionHasNone() {
    Exchange exchange = ReceivedRequest.of("GET /x\r\nHost: h\r\n\r\n");
    exchange.decision().rule(1, "forward");

    assertThat(entry(exchange)).contains(" \"GET http://h:80/x -\" \"");
  }

  @Test
  void anIpv6HostKeepsItsBrackets() {
    Exchange exchange = ReceivedRequest.of("GET /x HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n");

    assertThat(entry(exchange)).contains(" \"GET http://[::1]:80/x HTTP/1.1\" \"");
  }

  @ParameterizedTest
  @CsvSource({
    "'User-Agent: a\r\nUser-Agent: b', a",
    "'user-agent:   a b  ',            a b",
    "'User-Agent:',                    -",
    "'X: y',                           -",
    "'User-Agent: \u00e9\\\"\u007f',  \u00e9\\\\x22\\x7F"
  })
  void theUserAgentIsTheFirstOne(String fields, String shown) {
    Exchange exchange = ReceivedRequest.of("GET / HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n\r\n");

    assertThat(entry(exchange)).contains("HTTP/1.1\" \"" + shown + "\" - - - ");
  }

  @Test
  void userAgentsAreTruncatedAt8Kilobytes() {
    Exchange exchange =
        ReceivedRequest.of("GET / HTTP/1.1\r\nUser-Agent: \"" + "a".repeat(8 * 1024) + "\r\n\r\n");

    assertThat(entry(exchange)).contains(" \"\\x22" + "a".repeat(8 * 1024 - 1) + "\" ");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "50000, 50000",
    Decision.DEFAULT_RULE + ", 0",
    Decision.RULES_FAILED + ", -1",
    Decision.NO_RULE + ", -"
  })
  void thePriorityTellsOfRulesAndErrors(int priority, String shown) {
    Exchange exchange = ReceivedRequest.get("/");
    exchange.decision().rule(priority, "");

    assertThat(entry(exchange)).contains("\"-\" " + shown + " 2018-07-02T22:22:48.364000Z");
  }

  @Test
  void aWebSocketIsLoggedWithTheTimeOfItsEnd() {
    Exchange exchange = ReceivedRequest.get("/");
    exchange.status(101);
    exchange.timing().responded(MILLI);

    assertThat(entry(exchange, 3_636_000 * MILLI)).startsWith("ws 2018-07-02T23:23:24.364000Z ");
  }

  @Test
  void aWebSocketIsLoggedAsInTheGuide() {
    Exchange exchange =
        ReceivedRequest.of(
            "GET / HTTP/1.1\r\nHost: 10.0.0.30\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\n\r\n");
    exchange.decision().rule(1, "forward");
    exchange.decision().targetGroup(GROUP);
    exchange.decision().target("10.0.1.192:8010");
    exchange.traceId("Root=1-58337364-23a8c76965a2ef7629b185e3");
    exchange.status(101);
    exchange.targetStatus(101);
    exchange.received(218 - exchange.receivedBytes());
    exchange.sent(587);
    exchange.timing().sentToTarget(MILLI);
    exchange.timing().targetAnswered(4 * MILLI);
    exchange.timing().responded(4 * MILLI);

    assertThat(entry(exchange, 11_822_641_000L))
        .isEqualTo(
            "ws 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188"
                + " 192.168.131.39:2817 10.0.1.192:8010 0.001 0.003 0.000 101 101 218 587"
                + " \"GET http://10.0.0.30:80/ HTTP/1.1\" \"-\" - - "
                + GROUP
                + " \"Root=1-58337364-23a8c76965a2ef7629b185e3\" \"-\" \"-\""
                + " 1 2018-07-02T22:22:48.364000Z \"forward\" \"-\" \"-\""
                + " \"10.0.1.192:8010\" \"101\" \"-\" \"-\" TID_1234abcd5678ef90\n");
  }

  @Test
  void aRefusedUpgradeIsARequestLikeAnyOther() {
    Exchange exchange =
        ReceivedRequest.of("GET / HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\n\r\n");
    exchange.status(403);
    exchange.timing().responded(MILLI);

    assertThat(entry(exchange, 5000 * MILLI)).startsWith("http 2018-07-02T22:22:48.365000Z ");
  }

  @Test
  void aRequestWithoutResponseIsLoggedWithTheTimeOfItsEnd() {
    Exchange exchange = ReceivedRequest.get("/");
    exchange.status(460);

    assertThat(entry(exchange, 5000 * MILLI)).startsWith("http 2018-07-02T22:22:53.364000Z ");
  }

  @Test
  void aRequestThatWasNotSentInFullHasNoTarget() {
    Exchange exchange = ReceivedRequest.of("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9");
    exchange.decision().target("10.0.0.1:80");
    exchange.timing().sentToTarget(MILLI);
    exchange.status(408);

    assertThat(entry(exchange))
        .contains(":2817 - -1 -1 -1 408 - 43 0 ")
        .endsWith(" \"-\" \"-\" \"-\" \"-\" TID_1234abcd5678ef90\n");
  }

  @Test
  void aTargetThatAnsweredAnIncompleteRequestIsNamed() {
    Exchange exchange = ReceivedRequest.of("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9");
    exchange.decision().target("10.0.0.1:80");
    exchange.targetStatus(413);
    exchange.status(413);

    assertThat(entry(exchange)).contains(" 10.0.0.1:80 ").contains(" \"10.0.0.1:80\" \"413\" ");
  }

  @Test
  void aTargetWhoseResponseNeverBeganForTheClientLeavesTwoTimes() {
    Exchange exchange = ReceivedRequest.get("/");
    exchange.targetStatus(200);
    exchange.timing().sentToTarget(MILLI);
    exchange.timing().targetAnswered(3 * MILLI);

    assertThat(entry(exchange)).contains(" 0.001 0.002 -1 - 200 ");
  }

  @Test
  void aHeadThatDidNotComeToItsEndCountsAsReceived() {
    Exchange exchange = ReceivedRequest.of("GET / HTTP/1.1\r\nHost: h\r\n");
    exchange.received(-exchange.receivedBytes());

    assertThat(entry(exchange)).contains(" - - 25 0 ");
  }

  @ParameterizedTest
  @CsvSource({"Ambiguous, EmptyHeader, Ambiguous, EmptyHeader", "'', '', -, -", "-, -, -, -"})
  void theClassificationIsToldUnlessTheRequestComplies(
      String tier, String reason, String shownTier, String shownReason) {
    Exchange exchange = ReceivedRequest.get("/");
    exchange.decision().classification(tier, reason);

    assertThat(entry(exchange))
        .endsWith(" \"%s\" \"%s\" TID_1234abcd5678ef90\n".formatted(shownTier, shownReason));
  }

  @Test
  void theErrorReasonIsTold() {
    Exchange exchange = ReceivedRequest.get("/");
    exchange.decision().errorReason("AWSALBTGCookieInvalid");

    assertThat(entry(exchange)).contains(" \"-\" \"-\" \"AWSALBTGCookieInvalid\" \"-\" ");
  }

  @Test
  void aTargetThatDidNotAnswerLeavesNoTimes() {
    Exchange exchange = ReceivedRequest.get("/");
    exchange.decision().target("10.0.0.1:80");
    exchange.status(504);
    exchange.timing().sentToTarget(MILLI);

    assertThat(entry(exchange)).contains(" 10.0.0.1:80 -1 -1 -1 504 - ");
  }

  @Test
  void anIpv6ClientIsBracketed() {
    Exchange exchange = ReceivedRequest.from("2001:db8::1", "GET / HTTP/1.1\r\n\r\n");

    assertThat(entry(exchange)).contains(" [2001:db8::1]:2817 ");
  }

  @Property
  void momentsAreWrittenAsInstantsAre(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second,
      @ForAll @LongRange(min = 0, max = 999_999) long micros) {
    EntryBuffer out = new EntryBuffer();

    Timestamp.put(out, Instant.ofEpochSecond(second), micros * 1000);

    String seconds = Instant.ofEpochSecond(second).toString().replace("Z", "");
    assertThat(text(out)).isEqualTo("%s.%06dZ".formatted(seconds, micros));
  }

  @Property
  void numbersAreWrittenInDecimal(@ForAll @LongRange(min = -1_000_000) long number) {
    EntryBuffer out = new EntryBuffer();

    out.put(number);

    assertThat(text(out)).isEqualTo(Long.toString(number));
  }

  @ParameterizedTest
  @CsvSource({"HTTP,http", "HTTPS,https", "H2,https", "GRPC,https", "WS,http", "WSS,https"})
  void typesHaveTheProtocolOfTheirUrls(EntryType type, String scheme) {
    assertThat(type.scheme()).isEqualTo(scheme);
  }

  private static List<String> fields(String entry) {
    return Pattern.compile("\"[^\"]*\"|\\S+")
        .matcher(entry)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static String entry(Exchange exchange) {
    return entry(exchange, 0);
  }

  private static String entry(Exchange exchange, long now) {
    EntryBuffer out = new EntryBuffer();
    out.clear();
    EntryFormat.write(exchange, "app/my-loadbalancer/50dc6c495c0c9188", now, out);
    return text(out);
  }

  private static String text(EntryBuffer out) {
    return new String(out.bytes(), 0, out.length(), StandardCharsets.ISO_8859_1);
  }
}
