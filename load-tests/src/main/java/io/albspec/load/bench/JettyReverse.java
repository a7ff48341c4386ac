package io.albspec.load.bench;

import java.net.URI;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Jetty's own reverse proxy as it comes out of the box: the peer that a Java user would take first.
 *
 * <p>Arguments: the port to listen on, and the URL to forward to.
 */
public final class JettyReverse {

  private JettyReverse() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    URI backend = URI.create(args[1]);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new ProxyHandler.Reverse(request -> rewrite(request, backend)));
    server.start();
    server.join();
  }

  private static HttpURI rewrite(Request request, URI backend) {
    return HttpURI.build(request.getHttpURI())
        .scheme(backend.getScheme())
        .authority(backend.getHost(), backend.getPort())
        .asImmutable();
  }
}
