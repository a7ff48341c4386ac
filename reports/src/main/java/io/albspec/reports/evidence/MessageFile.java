package io.albspec.reports.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a file of messages, one JSON object a line, and hands on what the log wants to see. */
final class MessageFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BLOCK = 1 << 16;

  private final MessageLog log;
  private int line;

  private MessageFile(MessageLog log) {
    this.log = log;
  }

  /**
   * Feeds the log with the whole file.
   *
   * @return the SHA-256 of its bytes, in hexadecimal
   * @throws MalformedEvidenceException at the first line that is not a message
   */
  static String read(Path file, MessageLog log) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      new MessageFile(log).lines(in);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void lines(InputStream in) throws IOException {
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      int start = 0;
      for (int i = 0; i < read; i++) {
        if (block[i] == '\n') {
          pending.write(block, start, i - start);
          message(pending.toByteArray());
          pending.reset();
          start = i + 1;
        }
      }
      pending.write(block, start, read - start);
    }
    if (pending.size() > 0) {
      message(pending.toByteArray());
    }
  }

  private void message(byte[] bytes) throws IOException {
    line++;
    try (JsonParser parser = JSON.createParser(bytes)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "is not a JSON object");
      String kind = parser.nextFieldName();
      require(kind != null, "is an empty message");
      parser.nextToken();
      if (MessageLog.KINDS.contains(kind)) {
        JsonNode body = parser.readValueAsTree();
        log.accept(kind, body, line);
      } else {
        parser.skipChildren();
      }
      boolean alone = parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
      require(alone, "holds more than one message");
    } catch (JsonProcessingException e) {
      throw fault("is corrupt or cut off: " + e.getOriginalMessage());
    } catch (MissingFieldException e) {
      throw fault(e.getMessage());
    }
  }

  private void require(boolean holds, String fault) {
    if (!holds) {
      throw fault(fault);
    }
  }

  private MalformedEvidenceException fault(String fault) {
    return MalformedEvidenceException.inLine(Evidence.MESSAGES, line, fault);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
