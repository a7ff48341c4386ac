package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.file.CloudFile;
import io.albspec.proxy.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** Listeners with the certificates that are described. */
class CertificateTest {

  private static final String IAM = "arn:aws:iam::123456789012:server-certificate/";
  private static final Path FILES = Path.of("src", "test", "resources", "certificates");

  @TempDir private Path folder;
  private Account account;
  private String balancer;

  @BeforeEach
  void open() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cloud.yaml"),
            """
            certificates:
              arn:aws:iam::123456789012:server-certificate/rsa:
                {certificate: FILES/rsa.crt, private-key: FILES/rsa.key}
              arn:aws:iam::123456789012:server-certificate/ec:
                {certificate: FILES/ec.crt, private-key: FILES/ec.key}
              arn:aws:iam::123456789012:server-certificate/ed25519:
                {certificate: FILES/ed25519.crt, private-key: FILES/ed25519.key}
              arn:aws:iam::123456789012:server-certificate/nameless:
                {certificate: FILES/nameless.crt, private-key: FILES/rsa.key}
            """
                .replace("FILES", FILES.toAbsolutePath().toString()));
    account = new Account(new MemoryStore(), new Cloud(CloudFile.read(file)));
    balancer = account.balancer("lb").loadBalancerArn();
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void aDescribedCertificateIsTakenForTheListenerAndItsList() {
    Listener listener = listener(443, IAM + "rsa");

    account
        .client()
        .addListenerCertificates(
            a -> a.listenerArn(listener.listenerArn()).certificates(certificate(IAM + "ec")));

    assertThat(listener.certificates()).containsExactly(certificate(IAM + "rsa"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none|CertificateNotFound|Certificate 'arn:aws:iam::123456789012:server-certificate/none' not found",
        "ed25519|UnsupportedCertificate|The certificate 'arn:aws:iam::123456789012:server-certificate/ed25519' must have a fully-qualified domain name",
        "nameless|UnsupportedCertificate|The certificate 'arn:aws:iam::123456789012:server-certificate/nameless' must have a fully-qualified domain name"
      })
  void othersAreRefused(String name, String code, String message) {
    assertThatThrownBy(() -> listener(443, IAM + name))
        .isInstanceOfSatisfying(
            ElasticLoadBalancingV2Exception.class,
            refusal -> {
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(refusal.awsErrorDetails().errorMessage()).startsWith(message);
            });
  }

  private Listener listener(int port, String arn) {
    return account
        .client()
        .createListener(
            l ->
                l.loadBalancerArn(balancer)
                    .protocol(ProtocolEnum.HTTPS)
                    .port(port)
                    .certificates(certificate(arn))
                    .defaultActions(Account.fixed("200")))
        .listeners()
        .get(0);
  }

  private static Certificate certificate(String arn) {
    return Certificate.builder().certificateArn(arn).build();
  }
}
