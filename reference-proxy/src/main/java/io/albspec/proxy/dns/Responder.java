package io.albspec.proxy.dns;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * From the bytes of a query to those of its response: RFC 1035, with EDNS version 0 (RFC 6891).
 * Whatever the bytes are, the answer is a response or nothing.
 */
final class Responder {

  private static final Logger LOG = LoggerFactory.getLogger(Responder.class);

  /** What a client can take over UDP if it says nothing of it. */
  private static final int SMALL_BYTES = 512;

  /** What is sent over UDP at most, so that it needs no fragments. */
  private static final int DATAGRAM_BYTES = 1232;

  private static final int VERSION = 0;

  /** How a query has come. */
  enum Transport {
    UDP,
    TCP
  }

  private final Authority authority;

  Responder(Authority authority) {
    this.authority = authority;
  }

  /** The response, empty if the bytes are no query at all, or a response themselves. */
  Optional<ByteBuffer> respond(byte[] bytes, Transport transport) {
    Header header;
    try {
      header = new Header(bytes);
    } catch (IOException | IllegalArgumentException noHeader) {
      return Optional.empty();
    }
    if (header.getFlag(Flags.QR)) {
      return Optional.empty();
    }
    return Optional.of(ByteBuffer.wrap(respond(header, bytes, transport)));
  }

  private byte[] respond(Header header, byte[] bytes, Transport transport) {
    Message response = response(header);
    Message query;
    try {
      query = new Message(bytes);
    } catch (IOException | RuntimeException malformed) {
      // What the parser makes of bytes that are not a message is not of one kind.
      response.getHeader().setRcode(Rcode.FORMERR);
      return response.toWire();
    }
    try {
      answer(query, response);
      return response.toWire(room(query, transport));
    } catch (RuntimeException fault) {
      LOG.error("the query {} failed", query.getQuestion(), fault);
      Message failure = response(header);
      failure.getHeader().setRcode(Rcode.SERVFAIL);
      return failure.toWire();
    }
  }

  private static Message response(Header query) {
    Message response = new Message(query.getID());
    Header header = response.getHeader();
    header.setOpcode(query.getOpcode());
    header.setFlag(Flags.QR);
    if (query.getFlag(Flags.RD)) {
      header.setFlag(Flags.RD);
    }
    return response;
  }

  private void answer(Message query, Message response) {
    Header header = response.getHeader();
    Record question = query.getQuestion();
    OPTRecord extension = query.getOPT();
    if (query.getHeader().getOpcode() != Opcode.QUERY) {
      header.setRcode(Rcode.NOTIMP);
    } else if (question == null || query.getSection(Section.QUESTION).size() != 1) {
      header.setRcode(Rcode.FORMERR);
    } else if (extensions(query) > 1) {
      header.setRcode(Rcode.FORMERR);
    } else {
      response.addRecord(question, Section.QUESTION);
      if (extension == null) {
        authority.answer(question, response);
      } else {
        answerExtended(question, extension, response);
      }
    }
  }

  private static long extensions(Message query) {
    return query.getSection(Section.ADDITIONAL).stream()
        .filter(each -> each.getType() == Type.OPT)
        .count();
  }

  private void answerExtended(Record question, OPTRecord extension, Message response) {
    boolean understood = extension.getVersion() == VERSION;
    if (understood) {
      authority.answer(question, response);
    }
    int high = understood ? 0 : Rcode.BADVERS >> 4;
    response.addRecord(new OPTRecord(DATAGRAM_BYTES, high, VERSION), Section.ADDITIONAL);
  }

  /** How many bytes the response may have; what is more is cut off, with the flag TC. */
  private static int room(Message query, Transport transport) {
    if (transport == Transport.TCP) {
      return Message.MAXLENGTH;
    }
    OPTRecord extension = query.getOPT();
    int asked = extension == null ? SMALL_BYTES : extension.getPayloadSize();
    return Math.min(DATAGRAM_BYTES, Math.max(SMALL_BYTES, asked));
  }
}
