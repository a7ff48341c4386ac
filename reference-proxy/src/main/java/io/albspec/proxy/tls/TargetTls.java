package io.albspec.proxy.tls;

import io.albspec.proxy.exchange.TlsInfo;
import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.policy.TlsVersion;
import io.albspec.proxy.worker.Worker;
import java.net.InetSocketAddress;
import java.security.KeyManagementException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;

/**
 * TLS with targets, whose certificates are not validated (guide: "Routing configuration"). Sessions
 * are resumed. Only the JDK has all ciphers of the policies that are used. On the worker's thread
 * only.
 */
public final class TargetTls {

  private static final int NO_LIMIT = -1;

  private final Worker worker;
  private SSLContext context;

  /** Nothing is known of any target. */
  public TargetTls(Worker worker) {
    this.worker = worker;
    Provider.prepare();
  }

  /**
   * A connection that makes a handshake, and then gives way to the one inside.
   *
   * @param tls13 whether the policy is the one that has TLS 1.3
   * @param inside makes the connection that goes on, over the endpoint it gets
   * @param failed learns why nothing comes of it; what is below is closed then
   */
  public Connection over(
      EndPoint endPoint,
      InetSocketAddress target,
      boolean tls13,
      Function<EndPoint, Connection> inside,
      Consumer<Throwable> failed) {
    return over(endPoint, engine(target, tls13, false), inside, failed);
  }

  /** The same for HTTP/2, which the target has to choose (RFC 9113, 3.2). */
  public Connection overHttp2(
      EndPoint endPoint,
      InetSocketAddress target,
      boolean tls13,
      Function<EndPoint, Connection> inside,
      Consumer<Throwable> failed) {
    return over(endPoint, engine(target, tls13, true), inside, failed);
  }

  private Connection over(
      EndPoint endPoint,
      SSLEngine engine,
      Function<EndPoint, Connection> inside,
      Consumer<Throwable> failed) {
    SslConnection tls =
        new SslConnection(worker.bufferPool(), Runnable::run, null, endPoint, engine, true, true);
    tls.setRenegotiationAllowed(true);
    tls.setRenegotiationLimit(NO_LIMIT);
    TargetHandshake handshake = new TargetHandshake(tls.getSslEndPoint(), worker, inside, failed);
    tls.addHandshakeListener(handshake);
    tls.getSslEndPoint().setConnection(handshake);
    return tls;
  }

  private SSLEngine engine(InetSocketAddress target, boolean tls13, boolean http2) {
    SecurityPolicy policy = SecurityPolicies.towardsTargets(tls13);
    SSLEngine engine =
        context().createSSLEngine(target.getAddress().getHostAddress(), target.getPort());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(
        policy.versions().stream().map(TlsVersion::text).toArray(String[]::new));
    parameters.setCipherSuites(
        policy.suites().stream().map(CipherSuite::javaName).toArray(String[]::new));
    parameters.setServerNames(List.of());
    parameters.setApplicationProtocols(http2 ? new String[] {TlsInfo.HTTP2} : new String[0]);
    engine.setSSLParameters(parameters);
    return engine;
  }

  private SSLContext context() {
    if (context == null) {
      context = Provider.COMPLETE.context();
      try {
        context.init(null, new TrustManager[] {new AnyTarget()}, null);
      } catch (KeyManagementException e) {
        throw new IllegalStateException("there is no TLS with targets", e);
      }
    }
    return context;
  }
}
