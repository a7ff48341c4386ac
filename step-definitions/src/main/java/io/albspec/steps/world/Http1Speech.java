package io.albspec.steps.world;

import io.albspec.fixtures.client.ConnectionEndedException;
import io.albspec.fixtures.client.MalformedResponseException;
import io.albspec.fixtures.client.RawConnection;
import io.albspec.fixtures.client.RawResponse;
import io.albspec.fixtures.client.Response;
import io.albspec.fixtures.client.ResponseTimeoutException;
import io.albspec.fixtures.client.SendFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** HTTP/1.1: responses come in the order of the requests. */
final class Http1Speech implements Speech {

  private static final int FIRST_FINAL = 200;

  private final RawConnection wire;
  private final List<Asked> asked = new ArrayList<>();
  private final List<RawResponse> responses = new ArrayList<>();
  private final List<RawResponse> interim = new ArrayList<>();
  private long sent;
  private boolean over;
  private String trouble = "";

  Http1Speech(RawConnection wire) {
    this.wire = wire;
  }

  @Override
  public void ask(Request request) throws IOException {
    send(request.bytes(), List.of(new Asked(request.method(), request.path())));
  }

  @Override
  public void send(byte[] bytes, List<Asked> requests) throws IOException {
    asked.addAll(requests);
    try {
      wire.send(bytes);
      sent += bytes.length;
    } catch (SendFailedException e) {
      sent += e.sent();
      trouble = e.getMessage();
    }
  }

  @Override
  public void receive(Duration wait) throws IOException {
    if (over) {
      return;
    }
    try {
      String method = responses.size() < asked.size() ? asked.get(responses.size()).method() : "";
      responses.add(wire.readResponse(method, wait));
    } catch (ResponseTimeoutException notYet) {
      // It may still come.
    } catch (ConnectionEndedException | MalformedResponseException e) {
      over = true;
      trouble = e.getMessage();
    }
  }

  @Override
  public void receiveInterim(Duration wait) {
    try {
      RawResponse next = wire.readInterim(wait);
      (next.status() < FIRST_FINAL ? interim : responses).add(next);
    } catch (ResponseTimeoutException notYet) {
      // It may still come.
    } catch (IOException e) {
      over = true;
      trouble = String.valueOf(e.getMessage());
    }
  }

  @Override
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Optional<Response> response(int number) {
    return number > responses.size() ? Optional.empty() : Optional.of(responses.get(number - 1));
  }

  @Override
  public List<Response> responses() {
    return List.copyOf(responses);
  }

  @Override
  public List<Response> interim() {
    return List.copyOf(interim);
  }

  @Override
  public boolean isOver(int number) {
    return over;
  }

  @Override
  public boolean isCutOff(int number) {
    return over && responses.size() < number && unread().length > 0;
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public long sentCount() {
    return sent;
  }

  @Override
  public long receivedCount() {
    long taken = responses.stream().mapToLong(Http1Speech::size).sum();
    return taken + interim.stream().mapToLong(Http1Speech::size).sum() + unread().length;
  }

  private static long size(RawResponse response) {
    long before = response.interim().stream().mapToLong(Http1Speech::size).sum();
    return before + response.head().length + response.rawBody().length;
  }

  @Override
  public byte[] unread() {
    return wire.unread();
  }

  @Override
  public String transcript() {
    return wire.transcript();
  }
}
