package io.albspec.proxy.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@Timeout(60)
class DnsServerTest {

  private static final String APEX = KnownNames.DOMAIN + ".";
  private static final String WEB = "web-1." + APEX;

  private final Time time = Time.real();
  private final KnownNames names =
      new KnownNames()
          .with("web-1", "127.0.1.4", "127.0.2.4", "::1")
          .with("plain-1", "127.0.1.5")
          .withMany("many-1", 50);
  private final DnsServer server = started(names, time);

  private static DnsServer started(KnownNames names, Time time) {
    try {
      return DnsServer.start(names, 0, time);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    time.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNameHasItsAddressesOverUdpAndTcp(boolean tcp) throws Exception {
    Message answer = ask(WEB, Type.A, tcp);

    assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(answer.getHeader().getFlag(Flags.RA)).isFalse();
    assertThat(texts(answer, Section.ANSWER)).containsExactlyInAnyOrder("127.0.1.4", "127.0.2.4");
    assertThat(answer.getSection(Section.ANSWER)).allMatch(each -> each.getTTL() == 60);
  }

  @Test
  void ofIpv6Too() throws Exception {
    assertThat(texts(ask(WEB, Type.AAAA, false), Section.ANSWER))
        .containsExactly("0:0:0:0:0:0:0:1");
    assertThat(texts(ask(WEB, Type.ANY, false), Section.ANSWER)).hasSize(3);
  }

  @Test
  void theCaseOfANameIsThatOfTheQuestionAndDoesNotMatter() throws Exception {
    String mixed = "wEb-1.US-east-2.ELB.amazonaws.COM.";

    Message answer = ask(mixed, Type.A, false);

    assertThat(answer.getSection(Section.ANSWER)).hasSize(2);
    assertThat(answer.getSection(Section.ANSWER).get(0).getName()).hasToString(mixed);
  }

  @Test
  void eachAnswerBeginsWithAnotherAddress() throws Exception {
    String first = texts(ask(WEB, Type.A, false), Section.ANSWER).get(0);
    String second = texts(ask(WEB, Type.A, false), Section.ANSWER).get(0);
    String third = texts(ask(WEB, Type.A, false), Section.ANSWER).get(0);

    assertThat(List.of(first, second, third)).contains("127.0.1.4", "127.0.2.4");
  }

  @Test
  void aNameThatIsNotThereIsDeniedWithTheStartOfAuthority() throws Exception {
    Message answer = ask("other-1." + APEX, Type.A, false);

    assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(answer.getSection(Section.AUTHORITY)).singleElement().isInstanceOf(SOARecord.class);
  }

  @ParameterizedTest
  @CsvSource({"plain-1., AAAA", "plain-1., MX", "'', A", "ns., AAAA"})
  void aTypeThatIsNotThereIsNoError(String label, String type) throws Exception {
    Message answer = ask(label + APEX, Type.value(type), false);

    assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(answer.getSection(Section.ANSWER)).isEmpty();
    assertThat(answer.getSection(Section.AUTHORITY)).singleElement().isInstanceOf(SOARecord.class);
  }

  @Test
  void theDomainHasItsOwnRecords() throws Exception {
    assertThat(texts(ask(APEX, Type.NS, false), Section.ANSWER)).containsExactly("ns." + APEX);
    assertThat(ask(APEX, Type.SOA, false).getSection(Section.ANSWER)).hasSize(1);
    assertThat(texts(ask("ns." + APEX, Type.A, false), Section.ANSWER))
        .containsExactly("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "example.com., A, IN",
    "amazonaws.com., SOA, IN",
    "web-1.us-east-2.elb.amazonaws.com., A, CH",
    "us-east-2.elb.amazonaws.com., IXFR, IN"
  })
  void whatItIsNoAuthorityForIsRefused(String name, String type, String dclass) throws Exception {
    Message answer =
        ask(Record.newRecord(name(name), Type.value(type), DClass.value(dclass)), true);

    assertThat(answer.getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
  }

  @Test
  void whatIsTooLongForADatagramIsCutOffAndCompleteOverTcp() throws Exception {
    SimpleResolver resolver = resolver(false);
    resolver.setIgnoreTruncation(true);
    Message question = question("many-1." + APEX, Type.A);

    Message cut = resolver.send(question);
    resolver.setIgnoreTruncation(false);
    Message complete = resolver.send(question);

    assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(cut.numBytes()).isLessThanOrEqualTo(512);
    assertThat(complete.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(complete.getSection(Section.ANSWER)).hasSize(50);
  }

  @Test
  void aClientThatTakesMoreGetsMore() throws Exception {
    SimpleResolver resolver = resolver(false);
    resolver.setIgnoreTruncation(true);
    resolver.setEDNS(0, 4096, 0, List.of());

    Message answer = resolver.send(question("many-1." + APEX, Type.A));

    assertThat(answer.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(answer.getSection(Section.ANSWER)).hasSize(50);
    assertThat(answer.getOPT().getPayloadSize()).isEqualTo(1232);
  }

  @Test
  void anotherVersionOfExtensionsIsNotUnderstood() throws Exception {
    Message question = question(WEB, Type.A);
    question.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);

    Message answer = resolver(false).send(question);

    assertThat(answer.getRcode()).isEqualTo(Rcode.BADVERS);
    assertThat(answer.getSection(Section.ANSWER)).isEmpty();
  }

  @Test
  void anythingButAQueryIsNotImplemented() throws Exception {
    Message update = question(WEB, Type.A);
    update.getHeader().setOpcode(Opcode.UPDATE);

    assertThat(resolver(true).send(update).getRcode()).isEqualTo(Rcode.NOTIMP);
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int taken = server.address().getPort();

    assertThatThrownBy(() -> DnsServer.start(names, taken, time))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the name server cannot listen on 127.0.0.1:" + taken);
  }

  @Test
  void afterItIsClosedThePortIsFree() throws Exception {
    int port = server.address().getPort();

    server.close();

    DnsServer.start(names, port, time).close();
  }

  private Message ask(String name, int type, boolean tcp) throws IOException {
    return resolver(tcp).send(question(name, type));
  }

  private Message ask(Record question, boolean tcp) throws IOException {
    return resolver(tcp).send(Message.newQuery(question));
  }

  private static Message question(String name, int type) throws IOException {
    return Message.newQuery(Record.newRecord(name(name), type, DClass.IN));
  }

  private static Name name(String text) throws IOException {
    return Name.fromString(text);
  }

  private SimpleResolver resolver(boolean tcp) {
    SimpleResolver resolver = new SimpleResolver(server.address());
    resolver.setTCP(tcp);
    resolver.setEDNS(-1);
    resolver.setTimeout(Duration.ofSeconds(10));
    return resolver;
  }

  private static List<String> texts(Message answer, int section) {
    return answer.getSection(section).stream().map(Record::rdataToString).toList();
  }
}
