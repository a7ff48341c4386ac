package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.fixtures.client.PeerEnd;
import io.albspec.fixtures.client.Response;
import io.albspec.fixtures.client.SendFailedException;
import io.albspec.fixtures.http2.Field;
import io.albspec.fixtures.http2.Http2Connection;
import io.albspec.fixtures.http2.Http2Stream;
import io.albspec.fixtures.net.MalformedMessageException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** HTTP/2: each request has a stream, and responses come in any order. */
public final class Http2Speech implements Speech {

  private static final Duration UPLOAD = Duration.ofSeconds(20);

  private final Http2Connection connection;
  private final List<Asked> asked = new ArrayList<>();
  private final List<Http2Stream> streams = new ArrayList<>();
  private String trouble = "";

  Http2Speech(Http2Connection connection) {
    this.connection = connection;
  }

  /** The connection, for frames that no request is made of. */
  public Http2Connection connection() {
    return connection;
  }

  /** The stream of the request with that number, from 1. */
  public Http2Stream stream(int number) {
    return streams.get(number - 1);
  }

  @Override
  public void ask(Request request) throws IOException {
    boolean bodiless = request.framing() == Request.Framing.NONE;
    ask(
        fields(request),
        bodiless ? Optional.empty() : Optional.of(request.body().getBytes(ISO_8859_1)));
  }

  /** Opens a stream with these fields, whatever they are, and sends a body if there is one. */
  void ask(List<Field> fields, Optional<byte[]> body) throws IOException {
    asked.add(new Asked(value(fields, ":method"), value(fields, ":path")));
    try {
      int stream = connection.request(fields, body.isEmpty());
      streams.add(connection.stream(stream));
      if (body.isPresent()) {
        connection.upload(stream, body.get(), true, UPLOAD);
      }
    } catch (SendFailedException e) {
      trouble = e.getMessage();
    }
  }

  /** Opens a stream with a head that has been encoded, for a request to that path. */
  void ask(String path, byte[] encoded) throws IOException {
    asked.add(new Asked("GET", path));
    try {
      streams.add(connection.stream(connection.request(encoded)));
    } catch (SendFailedException e) {
      trouble = e.getMessage();
    }
  }

  private static String value(List<Field> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }

  private static List<Field> fields(Request request) {
    List<Field> fields =
        new ArrayList<>(Field.request(request.method(), request.host(), request.path()));
    request
        .headers()
        .forEach(
            each -> fields.add(new Field(each.getKey().toLowerCase(Locale.ROOT), each.getValue())));
    if (request.framing() == Request.Framing.LENGTH) {
      fields.add(new Field("content-length", Integer.toString(request.body().length())));
    }
    return fields;
  }

  @Override
  public void send(byte[] bytes, List<Asked> requests) {
    throw new IllegalStateException("bytes of HTTP/1.1 cannot be sent over HTTP/2");
  }

  @Override
  public void receive(Duration wait) throws IOException {
    long before = answered();
    await(() -> answered() > before, wait);
  }

  private long answered() {
    return streams.stream().filter(Http2Stream::isOver).count();
  }

  @Override
  public void receiveInterim(Duration wait) throws IOException {
    int before = interim().size();
    await(() -> interim().size() > before, wait);
  }

  private void await(BooleanSupplier wanted, Duration wait) throws IOException {
    try {
      connection.await(each -> wanted.getAsBoolean(), wait);
    } catch (MalformedMessageException e) {
      throw new AssertionError("what comes is no HTTP/2: " + e.getMessage(), e);
    }
  }

  @Override
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Optional<Response> response(int number) {
    if (number > streams.size()) {
      return Optional.empty();
    }
    try {
      return stream(number).response().map(Response.class::cast);
    } catch (MalformedMessageException e) {
      throw new AssertionError("the response is none of HTTP/2: " + e.getMessage(), e);
    }
  }

  @Override
  public List<Response> responses() {
    return IntStream.rangeClosed(1, streams.size())
        .mapToObj(this::response)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<Response> interim() {
    return streams.stream()
        .flatMap(stream -> stream.interim().stream())
        .map(Response.class::cast)
        .toList();
  }

  @Override
  public boolean isOver(int number) {
    return connection.wire().end() != PeerEnd.OPEN
        || number > streams.size()
        || stream(number).isOver();
  }

  @Override
  public boolean isCutOff(int number) {
    return isOver(number) && stream(number).hasBegun() && response(number).isEmpty();
  }

  @Override
  public String trouble() {
    return trouble;
  }

  @Override
  public long sentCount() {
    return connection.messageBytesSent();
  }

  @Override
  public long receivedCount() {
    return connection.messageBytesReceived();
  }

  @Override
  public byte[] unread() {
    return new byte[0];
  }

  @Override
  public String transcript() {
    return connection.transcript();
  }
}
