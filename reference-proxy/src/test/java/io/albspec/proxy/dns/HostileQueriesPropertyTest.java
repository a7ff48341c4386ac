package io.albspec.proxy.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.dns.Responder.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class HostileQueriesPropertyTest {

  private final Responder responder =
      new Responder(
          new Authority(
              new KnownNames().with("web-1", "127.0.1.4").withMany("many-1", 200),
              InetAddress.getLoopbackAddress()));

  @Property
  void anyBytesHaveAResponseOfTheSameIdOrNone(@ForAll @Size(max = 600) byte[] bytes)
      throws IOException {
    assertThatItIsAResponse(bytes, responder.respond(bytes, Transport.UDP));
  }

  @Property(tries = 3000)
  void aQueryWithAByteChangedHasAResponseOfTheSameId(
      @ForAll boolean many, @ForAll @IntRange(max = 80) int place, @ForAll byte other)
      throws IOException {
    byte[] query = query(many ? "many-1" : "web-1");
    query[place % query.length] = other;

    assertThatItIsAResponse(query, responder.respond(query, Transport.UDP));
  }

  private static void assertThatItIsAResponse(byte[] query, Optional<ByteBuffer> response)
      throws IOException {
    boolean isQuery = query.length >= 12 && (query[2] & 0x80) == 0;
    assertThat(response.isPresent()).isEqualTo(isQuery);
    if (isQuery) {
      byte[] bytes = response.orElseThrow().array();
      assertThat(bytes[0]).isEqualTo(query[0]);
      assertThat(bytes[1]).isEqualTo(query[1]);
      assertThat(bytes).hasSizeLessThanOrEqualTo(1232);
      assertThat(new Message(bytes).getHeader().getFlag(Flags.QR)).isTrue();
    }
  }

  private static byte[] query(String label) throws IOException {
    Name name = Name.fromString(label + "." + KnownNames.DOMAIN + ".");
    Message message = Message.newQuery(Record.newRecord(name, Type.A, DClass.IN));
    message.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
    return message.toWire();
  }
}
