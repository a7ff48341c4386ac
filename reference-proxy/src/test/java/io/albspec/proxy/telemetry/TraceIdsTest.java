package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceIdsTest {

  private static final String ROOT = "Root=1-67891233-abcdef012345678912345678";
  private static final String SELF = "Self=1-63441c4a-12456789abcdef012345678";

  /** 2018-07-02T22:22:48Z in hexadecimal, and an identifier. */
  private static final String NEW_ID = "1-5b3aa5b8-[0-9a-f]{24}";

  private final TraceIds traceIds = new TraceIds(new SplittableRandom(1));

  @Test
  void aRequestWithoutTheHeaderGetsARoot() {
    assertThat(traced("Host: a")).matches("Root=" + NEW_ID);
  }

  @Test
  void idsDiffer() {
    assertThat(traced("Host: a")).isNotEqualTo(traced("Host: a"));
  }

  @ParameterizedTest
  @CsvSource({
    "R,               'Self=NEW;R'",
    "'R;CalledFrom=app', 'Self=NEW;R;CalledFrom=app'",
    "'CalledFrom=app;R', 'Self=NEW;CalledFrom=app;R'",
    "'S;R',           'Self=NEW;R'",
    "'R;S;x=y',       'R;Self=NEW;x=y'",
    "'R;;x=y;',       'Self=NEW;R;x=y'",
    "'CalledFrom=app', 'Root=NEW;CalledFrom=app'",
    "'S',             'Root=NEW;Self=NEW'",
    "'Root=abc',      'Root=NEW'",
    "'Root=abc;x=y',  'Root=NEW;x=y'",
    "'Root=1-6789123x-abcdef012345678912345678', 'Root=NEW'",
    "'Root=2-67891233-abcdef012345678912345678', 'Root=NEW'",
    "'Root=1-67891233-abcdef01234567891234567',  'Root=NEW'",
    "'Root=1-67891233-abcdef0123456789123456789','Root=NEW'",
    "'root=1',        'Root=NEW;root=1'",
    "'R; x=y ;\tS',   'R;x=y;Self=NEW'",
    "'R;R',           'Self=NEW;R'",
    "'S;S;R;S',       'Self=NEW;R'",
    "'Root=abc;S',    'Root=NEW;Self=NEW'",
    "';;;',           'Root=NEW'",
    "'Root',          'Root=NEW;Root'",
    "'R;Parent=1;Sampled=1;Lineage=a:1|b:2', 'Self=NEW;R;Parent=1;Sampled=1;Lineage=a:1|b:2'",
    "'',              'Root=NEW'"
  })
  void fieldsAreInsertedRenewedAndKept(String received, String expected) {
    String traced = traced("X-Amzn-Trace-Id: " + filled(received));

    assertThat(traced).matches(filled(expected).replace("|", "\\|").replace("NEW", NEW_ID));
  }

  private static String filled(String fields) {
    return fields.replaceAll("\\bR\\b", ROOT).replaceAll("\\bS\\b", SELF);
  }

  @ParameterizedTest
  @CsvSource({
    "R,     x=y,   'Self=NEW;R;x=y'",
    "x=y,   R,     'Self=NEW;x=y;R'",
    "R,     'R;z', 'Self=NEW;R;z'",
    "S,     R,     'Self=NEW;R'",
    "x=y,   z,     'Root=NEW;x=y;z'",
    "'',    R,     'Self=NEW;R'"
  })
  void severalHeadersAreReadAsOne(String first, String second, String expected) {
    String traced =
        traced(
            "X-Amzn-Trace-Id: %s\r\nA: b\r\nx-amzn-trace-id: %s"
                .formatted(filled(first), filled(second)));

    assertThat(traced).matches(filled(expected).replace("NEW", NEW_ID));
  }

  @Test
  void theFirstOfTwoRootsCounts() {
    String other = ROOT.replace("abcdef", "fedcba");

    assertThat(traced("X-Amzn-Trace-Id: " + ROOT + ";" + other)).endsWith(";" + ROOT);
  }

  @Property
  void anyValueGivesAValidRoot(@ForAll @CharRange(to = '\u00ff') String value) {
    String traced = traced("X-Amzn-Trace-Id: " + value.replaceAll("[\r\n]", ";"));

    assertThat(traced).containsPattern("(^|;)Root=1-[0-9a-f]{8}-[0-9a-f]{24}(;|$)");
  }

  @Test
  void headersOfMoreThan7KilobytesLoseTheirTrace() {
    String header = "X-Amzn-Trace-Id: " + ROOT + "\r\nX: ";
    int rest = 7 * 1024 - header.length() - "\r\n\r\n".length();

    String longest = traced(header + "a".repeat(rest));
    String tooLong = traced(header + "a".repeat(rest + 1));

    assertThat(longest).matches("Self=" + NEW_ID + ";" + ROOT);
    assertThat(tooLong).matches("Root=" + NEW_ID);
  }

  private String traced(String fields) {
    Exchange exchange = ReceivedRequest.of("GET / HTTP/1.1\r\n" + fields + "\r\n\r\n");
    traceIds.accept(exchange);
    return exchange.traceId();
  }
}
