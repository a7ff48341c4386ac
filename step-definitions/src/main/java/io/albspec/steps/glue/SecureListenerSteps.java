package io.albspec.steps.glue;

import io.albspec.steps.world.Balancers;
import io.albspec.steps.world.Certificates;
import io.albspec.steps.world.SecureListener;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.util.List;
import java.util.Map;

/** HTTPS listeners, their certificates and security policies. */
public final class SecureListenerSteps {

  private static final int HTTPS = 443;
  private static final String MAIN = "main";
  private static final String COMMA = ", ";
  private static final String NUMBER = "<n>";

  private final Balancers balancers;
  private final SecureListener listener;
  private final Certificates certificates;
  private final Rows rows;

  /** The listeners of this scenario. */
  public SecureListenerSteps(
      Balancers balancers, SecureListener listener, Certificates certificates, Rows rows) {
    this.balancers = balancers;
    this.listener = listener;
    this.certificates = certificates;
    this.rows = rows;
  }

  /** Imports a certificate, or one in the place of that of this name. */
  @Given("a certificate {s} for {s}")
  public void certificate(String name, String hosts) {
    certificates.add(name, hosts, Map.of());
  }

  /** The same with details. */
  @Given("a certificate {s} for {s} with:")
  public void certificate(String name, String hosts, DataTable details) {
    certificates.add(name, hosts, rows.of(details));
  }

  /** Several, for hosts of their own; {@code <n>} is the number of each. They have small keys. */
  @Given("{n} certificates {s} for {s}")
  public void certificates(int count, String name, String host) {
    for (int number = 1; number <= count; number++) {
      String text = Integer.toString(number);
      certificates.add(
          name.replace(NUMBER, text), host.replace(NUMBER, text), Map.of("key", "ECDSA P-256"));
    }
  }

  /** One with the usual certificate. */
  @Given("a load balancer with an HTTPS listener")
  public void balancer() {
    certificates.add(MAIN, "example.com, *.example.com", Map.of());
    balancer(MAIN);
  }

  /** One with a default certificate. */
  @Given("a load balancer with an HTTPS listener and the certificate {s}")
  public void balancer(String certificate) {
    balancers.create();
    listener.create(HTTPS, certificate);
  }

  /** Another listener of the same load balancer, with the usual certificate. */
  @Given("the load balancer has an HTTPS listener on port {n} with the security policy {s}")
  public void listener(int port, String policy) {
    certificates.add(MAIN, "example.com, *.example.com", Map.of());
    listener.create(port, MAIN, policy);
  }

  /** Sets the policy. */
  @Given("the listener has the security policy {s}")
  public void policy(String policy) {
    listener.policy(policy);
  }

  /** Replaces the default certificate. */
  @Given("the listener has the default certificate {s}")
  public void standard(String certificate) {
    listener.standard(certificate);
  }

  /** Adds to the certificate list. */
  @Given("the certificate list gets {s}")
  public void add(String names) {
    listener.add(List.of(names.split(COMMA, -1)));
  }

  /** Adds several, whose names end in numbers. */
  @Given("the certificate list gets {s} to {s}")
  public void add(String first, String last) {
    listener.add(Certificates.numbered(first, last));
  }

  /** Takes out of the certificate list. */
  @Given("the certificate list loses {s}")
  public void remove(String names) {
    listener.remove(List.of(names.split(COMMA, -1)));
  }
}
