package io.albspec.proxy.tls;

import io.albspec.proxy.exchange.Peer;
import io.albspec.proxy.exchange.TlsInfo;
import io.albspec.proxy.trust.RejectedException;
import io.albspec.proxy.trust.Rejection;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The beginning of one connection: from its first bytes to the engine that goes on with them. */
public final class Handshake {

  /** What has come of the bytes up to now. */
  public enum Progress {
    /** More of them are needed. */
    INCOMPLETE,
    /** There is an engine. */
    CHOSEN,
    /** There is an alert to send, and nothing else. */
    REFUSED
  }

  /** Any other failure. */
  public static final String UNMAPPED = "UnmappedConnectionError";

  private final Negotiation negotiation;
  private final SecureSettings settings;
  private HelloReader reader = new HelloReader();
  private final FirstFlight flight = new FirstFlight();
  private final Peer peer = new Peer();
  private Choice choice;
  private TlsInfo info;
  private Alert alert;
  private boolean over;

  Handshake(Negotiation negotiation, SecureSettings settings) {
    this.negotiation = negotiation;
    this.settings = settings;
  }

  /**
   * Looks at all that has been received up to now.
   *
   * @param received from the first byte on; is left as it was
   */
  public Progress read(ByteBuffer received) {
    switch (reader.read(received)) {
      case INCOMPLETE -> {
        return Progress.INCOMPLETE;
      }
      case MALFORMED -> alert = Alert.DECODE_ERROR;
      case COMPLETE -> choose();
    }
    return alert == null ? Progress.CHOSEN : Progress.REFUSED;
  }

  /** What the client has said may be large, and is of no use for the rest of the connection. */
  private void choose() {
    try {
      ClientHello hello = reader.hello();
      choice = negotiation.choose(hello);
      info = info(hello.serverName());
      reader = null;
    } catch (NegotiationException nothingInCommon) {
      alert = nothingInCommon.alert();
    }
  }

  /** The record that tells the client why nothing comes of it; once it is refused. */
  public ByteBuffer alert() {
    return alert.record();
  }

  /** An engine that has seen nothing yet; once it is chosen. */
  public SSLEngine engine() {
    return settings.engine(choice);
  }

  /** What the connection will use; once it is chosen. */
  public TlsInfo info() {
    return info;
  }

  private TlsInfo info(String host) {
    ServerCertificate certificate = choice.certificate();
    return new TlsInfo(
        choice.version().text(),
        choice.suite().openSslName(),
        certificate.certificate().arn(),
        certificate.names(host) || certificate.covers(host) ? host : "",
        choice.protocol(),
        peer);
  }

  /** Looks at what the server is about to send; until it is over. */
  public void sends(ByteBuffer bytes) {
    flight.add(bytes);
  }

  /** Whether it has succeeded. */
  public boolean isOver() {
    return over;
  }

  /** The handshake is over: learns who the client is, and whether its session is an earlier one. */
  public void succeeded(SSLSession session) {
    over = true;
    if (flight.isResumption()) {
      peer.resumes();
    }
    settings
        .authentication()
        .flatMap(authentication -> certificates(session).map(authentication::describe))
        .ifPresent(peer::presents);
  }

  private static Optional<X509Certificate[]> certificates(SSLSession session) {
    try {
      return Optional.of(Stream.of(session.getPeerCertificates()).toArray(X509Certificate[]::new));
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
  }

  /**
   * The handshake has failed: learns who the client is as far as that is known.
   *
   * @return the reason code of the guide ("Error reason codes" of connection logs)
   */
  public String failed(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof RejectedException refusal) {
        settings
            .authentication()
            .map(authentication -> authentication.describeRefused(refusal))
            .ifPresent(peer::presents);
        return refusal.reason().code();
      }
      if (each instanceof CertificateException) {
        return Rejection.INVALID.code();
      }
    }
    return UNMAPPED;
  }
}
