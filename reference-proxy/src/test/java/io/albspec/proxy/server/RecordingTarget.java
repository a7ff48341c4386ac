package io.albspec.proxy.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The target of a proxy under test: answers what it strictly reads, and keeps every byte. */
final class RecordingTarget {

  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private final ProxyUnderTest proxy;
  private final List<Visit> visits = new ArrayList<>();

  /** A connection: what came on it since that was asked last. */
  private static final class Visit {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int answered;
  }

  RecordingTarget(ProxyUnderTest proxy) {
    this.proxy = proxy;
    Thread porter = new Thread(this::acceptAll, "recording target");
    porter.setDaemon(true);
    porter.start();
  }

  private void acceptAll() {
    try {
      while (true) {
        Wire wire = proxy.acceptedByTarget();
        Visit visit = new Visit();
        synchronized (this) {
          visits.add(visit);
        }
        Thread reader = new Thread(() -> answerAll(wire, visit), "recording target connection");
        reader.setDaemon(true);
        reader.start();
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void answerAll(Wire wire, Visit visit) {
    byte[] piece = new byte[64 * 1024];
    try (wire) {
      InputStream in = wire.in();
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        wire.send(ANSWER.repeat(received(visit, piece, count)));
      }
    } catch (IOException ended) {
      return;
    }
  }

  /** Keeps these bytes; returns how many requests they complete. */
  private synchronized int received(Visit visit, byte[] piece, int count) {
    visit.bytes.write(piece, 0, count);
    int requests = Reader.STRICT.count(Reader.text(visit.bytes.toByteArray()));
    int more = Math.max(requests - visit.answered, 0);
    visit.answered += more;
    return more;
  }

  /** What came on each connection since this was asked last. */
  synchronized List<String> received() {
    List<String> all = new ArrayList<>();
    for (Visit each : visits) {
      if (each.bytes.size() > 0) {
        all.add(Reader.text(each.bytes.toByteArray()));
      }
      each.bytes.reset();
      each.answered = 0;
    }
    return all;
  }
}
