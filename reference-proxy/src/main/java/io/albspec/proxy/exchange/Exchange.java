package io.albspec.proxy.exchange;

import java.time.Instant;

/**
 * One request and its response: what was received, what was decided, clocks and counters. The only
 * thing that is carried from one stage to the next; access log, metrics and error responses read
 * it. Used on one thread at a time; reused for later requests of the same worker.
 */
public final class Exchange {

  private static final byte[] NO_LINES = {};

  private final RequestHead request =
      new RequestHead(new MessageHead(Limits.SINGLE_HEADER, Limits.REQUEST_HEAD));
  private final ResponseHead response =
      new ResponseHead(new MessageHead(Limits.RESPONSE_HEAD, Limits.RESPONSE_HEAD));
  private final Decision decision = new Decision();
  private final Timing timing = new Timing();

  private ConnectionInfo connection;
  private Settings settings;
  private ClientSide clientSide;
  private TargetSide targetSide;
  private RequestProtocol protocol;
  private String traceId;
  private int status;
  private int targetStatus;
  private long requestLength;
  private boolean framed;
  private boolean once;
  private boolean invalidFields;
  private boolean webSocket;
  private AddedFields addedFields;
  private byte[] requestTrailers;
  private byte[] responseTrailers;
  private boolean requestComplete;
  private long receivedBytes;
  private long sentBytes;

  /** Begins with a request of this connection: everything from before is forgotten. */
  public void begin(
      ConnectionInfo from, Settings attributes, ClientSide side, Instant now, long nanos) {
    settings = attributes;
    request.head().clear();
    response.clear();
    decision.clear();
    timing.received(now, nanos);
    connection = from;
    clientSide = side;
    targetSide = null;
    protocol = null;
    traceId = "";
    status = 0;
    targetStatus = 0;
    requestLength = 0;
    framed = false;
    once = false;
    invalidFields = false;
    webSocket = false;
    addedFields = AddedFields.NONE;
    requestTrailers = NO_LINES;
    responseTrailers = NO_LINES;
    requestComplete = false;
    receivedBytes = 0;
    sentBytes = 0;
  }

  /** The head of the request, as received. */
  public RequestHead request() {
    return request;
  }

  /** What the request is; only when its head has been read. */
  public RequestProtocol protocol() {
    if (protocol == null) {
      protocol = RequestProtocol.of(request, connection);
    }
    return protocol;
  }

  /** The head of the target's latest response. */
  public ResponseHead response() {
    return response;
  }

  /** What was decided. */
  public Decision decision() {
    return decision;
  }

  /** The clocks. */
  public Timing timing() {
    return timing;
  }

  /** The client's connection. */
  public ConnectionInfo connection() {
    return connection;
  }

  /** The attributes of the load balancer, as they were when the request began. */
  public Settings settings() {
    return settings;
  }

  /** The client's side. */
  public ClientSide clientSide() {
    return clientSide;
  }

  /** The target's side, or null while there is none. */
  public TargetSide targetSide() {
    return targetSide;
  }

  /** A target's side takes over. */
  public void targetSide(TargetSide side) {
    this.targetSide = side;
  }

  /**
   * The value of X-Amzn-Trace-Id that the target gets and the log shows; empty before it is set.
   */
  public String traceId() {
    return traceId;
  }

  /** Sets the value of X-Amzn-Trace-Id. */
  public void traceId(String value) {
    this.traceId = value;
  }

  /** The status the client gets; 0 before there is one. */
  public int status() {
    return status;
  }

  /** The client gets this status. */
  public void status(int code) {
    this.status = code;
  }

  /** The status of the target's response; 0 if there was none. */
  public int targetStatus() {
    return targetStatus;
  }

  /** The target answered with this status. */
  public void targetStatus(int code) {
    this.targetStatus = code;
  }

  /** How long the request's body is: 0 for none, {@link ClientSide#UNKNOWN_LENGTH} if not told. */
  public long requestLength() {
    return requestLength;
  }

  /** The request's body has that length. */
  public void requestLength(long bytes) {
    this.requestLength = bytes;
  }

  /** Whether a field of the request says how its body is framed. */
  public boolean isFramed() {
    return framed;
  }

  /** A field of the request says how its body is framed, or none does. */
  public void framed(boolean byField) {
    this.framed = byField;
  }

  /** Whether nothing may follow this exchange on the client's and the target's connection. */
  public boolean isOnce() {
    return once;
  }

  /** Whether something may follow on the connections. */
  public void once(boolean only) {
    this.once = only;
  }

  /** Whether the request has fields whose names are invalid by the guide's measure. */
  public boolean hasInvalidFields() {
    return invalidFields;
  }

  /** The request has such fields, or none. */
  public void invalidFields(boolean any) {
    this.invalidFields = any;
  }

  /** Whether the client asks to go on with the WebSocket protocol. */
  public boolean isWebSocket() {
    return webSocket;
  }

  /** The client asks for the WebSocket protocol, or does not. */
  public void webSocket(boolean asked) {
    this.webSocket = asked;
  }

  /** The fields that the balancer adds to the target's response. */
  public AddedFields addedFields() {
    return addedFields;
  }

  /** The target's response gets these fields too. */
  public void addToResponse(AddedFields fields) {
    this.addedFields = addedFields == AddedFields.NONE ? fields : addedFields.and(fields);
  }

  /** The lines of the trailer fields of the request; known with the last piece of its body. */
  public byte[] requestTrailers() {
    return requestTrailers;
  }

  /** The request has these trailer fields. */
  public void requestTrailers(byte[] lines) {
    this.requestTrailers = lines;
  }

  /** The lines of the trailer fields of the response; known with the last piece of its body. */
  public byte[] responseTrailers() {
    return responseTrailers;
  }

  /** The response has these trailer fields. */
  public void responseTrailers(byte[] lines) {
    this.responseTrailers = lines;
  }

  /** Whether the client has sent the whole request, its body included. */
  public boolean isRequestComplete() {
    return requestComplete;
  }

  /** The last byte of the request has been received. */
  public void requestCompleted() {
    this.requestComplete = true;
  }

  /** Bytes received from the client: head, and body as it was framed. */
  public long receivedBytes() {
    return receivedBytes;
  }

  /** Counts bytes received from the client. */
  public void received(long bytes) {
    receivedBytes += bytes;
  }

  /** Bytes sent to the client, heads included. */
  public long sentBytes() {
    return sentBytes;
  }

  /** Counts bytes sent to the client. */
  public void sent(long bytes) {
    sentBytes += bytes;
  }
}
