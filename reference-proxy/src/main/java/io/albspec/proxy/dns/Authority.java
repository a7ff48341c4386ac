package io.albspec.proxy.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * What is true of the names of one domain (RFC 1034, section 4.3.2; RFC 2308 for what is not
 * there). Names outside it are refused. Used by one thread.
 */
final class Authority {

  /** How long an answer is good, in seconds (guide, "Target group health"). */
  static final long TTL = 60;

  private static final long REFRESH = 7200;
  private static final long RETRY = 900;
  private static final long EXPIRE = 1_209_600;

  private final Directory directory;
  private final Name domain;
  private final Name server;
  private final InetAddress address;
  private final SOARecord start;
  private int turn;

  /** An authority whose server is reached at that address. */
  Authority(Directory directory, InetAddress address) {
    this.directory = directory;
    this.address = address;
    this.domain = name(directory.domain() + ".");
    this.server = name("ns." + directory.domain() + ".");
    this.start =
        new SOARecord(
            domain,
            DClass.IN,
            TTL,
            server,
            name("hostmaster." + directory.domain() + "."),
            1,
            REFRESH,
            RETRY,
            EXPIRE,
            TTL);
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text);
    } catch (TextParseException e) {
      throw new IllegalArgumentException("%s is not a domain name".formatted(text), e);
    }
  }

  /** Puts what is asked for into a response, or why it is not there. */
  void answer(Record question, Message response) {
    Name asked = question.getName();
    if (question.getDClass() != DClass.IN || !asked.subdomain(domain) || isTransfer(question)) {
      response.getHeader().setRcode(Rcode.REFUSED);
      return;
    }
    response.getHeader().setFlag(Flags.AA);
    Optional<List<Record>> records = records(asked);
    List<Record> matching = new ArrayList<>();
    for (Record each : records.orElse(List.of())) {
      if (question.getType() == Type.ANY || question.getType() == each.getType()) {
        matching.add(each);
      }
    }
    matching.forEach(each -> response.addRecord(each, Section.ANSWER));
    if (records.isEmpty()) {
      response.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    if (matching.isEmpty()) {
      response.addRecord(start, Section.AUTHORITY);
    }
  }

  private static boolean isTransfer(Record question) {
    return question.getType() == Type.AXFR || question.getType() == Type.IXFR;
  }

  /** Everything at a name, empty if nothing is there. */
  private Optional<List<Record>> records(Name asked) {
    if (asked.equals(domain)) {
      return Optional.of(List.of(start, new NSRecord(domain, DClass.IN, TTL, server)));
    }
    if (asked.equals(server)) {
      return Optional.of(List.of(record(asked, address)));
    }
    return directory
        .addresses(asked.toString(true).toLowerCase(Locale.ROOT))
        .map(addresses -> addresses.stream().map(each -> record(asked, each)).toList())
        .map(this::inTurn);
  }

  /** Each answer begins with another address: most clients take the first one. */
  private List<Record> inTurn(List<Record> records) {
    List<Record> turned = new ArrayList<>(records);
    turn = turn == Integer.MAX_VALUE ? 0 : turn + 1;
    Collections.rotate(turned, turn);
    return turned;
  }

  private static Record record(Name owner, InetAddress address) {
    return address instanceof Inet4Address
        ? new ARecord(owner, DClass.IN, TTL, address)
        : new AAAARecord(owner, DClass.IN, TTL, address);
  }
}
