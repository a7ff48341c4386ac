package io.albspec.load.stage;

import io.albspec.fixtures.target.Behaviour;
import io.albspec.fixtures.target.ReceivedRequest;
import io.albspec.fixtures.target.Reply;
import io.albspec.load.accounting.Receipt;
import io.albspec.load.traffic.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as the request asks, and keeps a receipt of each. Shared by the targets. */
final class RecordingAnswer implements Behaviour {

  private static final Pattern SIZE = Pattern.compile("[?&]" + Wire.SIZE_PARAMETER + "=(\\d{1,7})");

  private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();

  @Override
  public void answer(Reply reply) throws IOException {
    ReceivedRequest request = reply.request();
    String id = request.headers(Wire.ID_FIELD).stream().findFirst().orElse("");
    receipts.add(new Receipt(id, reply.targetName(), request.bodyLength()));
    byte[] body = new byte[size(request.target())];
    Arrays.fill(body, (byte) 'y');
    reply.respond(200, fields(id, reply.targetName()), body);
  }

  private static int size(String target) {
    Matcher size = SIZE.matcher(target);
    return size.find() ? Integer.parseInt(size.group(1)) : 0;
  }

  private static List<String> fields(String id, String target) {
    return List.of(
        "Content-Type: text/plain", Wire.ID_FIELD + ": " + id, Wire.TARGET_FIELD + ": " + target);
  }

  /** The receipts so far. */
  List<Receipt> receipts() {
    return List.copyOf(receipts);
  }
}
