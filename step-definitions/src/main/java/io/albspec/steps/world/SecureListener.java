package io.albspec.steps.world;

import io.albspec.steps.api.Members;
import java.util.List;
import java.util.Map;

/** The HTTPS listeners of a scenario. */
public final class SecureListener {

  private static final String DEFAULT_ACTION = "DefaultActions[1]";
  private static final String ARN = "ListenerArn";
  private static final String CERTIFICATE = "Certificates[1].CertificateArn";
  private static final String POLICY = "SslPolicy";
  private static final String PREFIX = "ELBSecurityPolicy-";

  private final Calls calls;
  private final Resources resources;
  private final Certificates certificates;

  /** Made with these calls. */
  public SecureListener(Calls calls, Resources resources, Certificates certificates) {
    this.calls = calls;
    this.resources = resources;
    this.certificates = certificates;
  }

  /** Creates one that answers everything with 404. */
  public void create(int port, String certificate) {
    create(port, certificate, Map.of());
  }

  /** The same with a security policy, by its name without what all begin with. */
  public void create(int port, String certificate, String policy) {
    create(port, certificate, Map.of(POLICY, PREFIX + policy));
  }

  private void create(int port, String certificate, Map<String, String> further) {
    calls.require(
        "CreateListener",
        new Members()
            .with("LoadBalancerArn", resources.balancer().arn())
            .with("Protocol", "HTTPS")
            .with("Port", Integer.toString(port))
            .with(CERTIFICATE, certificates.arn(certificate))
            .with(further)
            .with(
                Actions.answer(
                    DEFAULT_ACTION,
                    Map.of(
                        "StatusCode",
                        "404",
                        "ContentType",
                        "text/plain",
                        "MessageBody",
                        Listeners.DEFAULT_BODY))));
  }

  /** Sets the security policy, by its name without what all begin with. */
  public void policy(String policy) {
    calls.require("ModifyListener", listener().with(POLICY, PREFIX + policy));
  }

  /** Replaces the default certificate. */
  public void standard(String certificate) {
    calls.require("ModifyListener", listener().with(CERTIFICATE, certificates.arn(certificate)));
  }

  /** Adds certificates to the certificate list. */
  public void add(List<String> names) {
    calls.require("AddListenerCertificates", listing(names));
  }

  /** Takes certificates out of the certificate list. */
  public void remove(List<String> names) {
    calls.require("RemoveListenerCertificates", listing(names));
  }

  private Members listing(List<String> names) {
    Members members = listener();
    for (int i = 0; i < names.size(); i++) {
      members =
          members.with(
              "Certificates[%d].CertificateArn".formatted(i + 1), certificates.arn(names.get(i)));
    }
    return members;
  }

  private Members listener() {
    return new Members().with(ARN, resources.listener().arn());
  }
}
