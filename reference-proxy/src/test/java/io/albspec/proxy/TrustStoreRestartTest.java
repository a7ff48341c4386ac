package io.albspec.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.client.LayerFailedException;
import io.albspec.fixtures.client.RawClient;
import io.albspec.fixtures.client.RawConnection;
import io.albspec.fixtures.tls.CertificateAuthority;
import io.albspec.fixtures.tls.Identity;
import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsOffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RevocationContent;

/** What trust stores are made of, when the objects they were read from have changed or gone. */
class TrustStoreRestartTest {

  private static final int PORT = 8443;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-2:123456789012:certificate/12345678-1234-1234-1234-123456789012";

  @TempDir private Path data;

  private final CertificateAuthority authority = CertificateAuthority.root("CN=Root");
  private final CertificateAuthority other = CertificateAuthority.root("CN=Other");
  private final Identity good = authority.issue("CN=good");
  private final Identity revoked = authority.issue("CN=revoked");
  private ReferenceProxy proxy;
  private ElasticLoadBalancingV2Client api;

  @BeforeEach
  void makeATrustStore() throws IOException {
    start();
    write("ca.pem", authority.pem());
    write(
        "list.pem", authority.revocationListPem(List.of(revoked.certificate().getSerialNumber())));
    String store =
        api.createTrustStore(
                t ->
                    t.name("clients")
                        .caCertificatesBundleS3Bucket("trust")
                        .caCertificatesBundleS3Key("ca.pem"))
            .trustStores()
            .get(0)
            .trustStoreArn();
    RevocationContent list =
        RevocationContent.builder().s3Bucket("trust").s3Key("list.pem").build();
    api.addTrustStoreRevocations(a -> a.trustStoreArn(store).revocationContents(list));
  }

  @AfterEach
  void stop() {
    api.close();
    proxy.close();
  }

  private void start() throws IOException {
    proxy = ReferenceProxy.builder().dataDir(data).persistent(true).workers(1).start();
    api =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(proxy.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();
  }

  private void write(String key, String content) throws IOException {
    Path object = data.resolve("s3/trust").resolve(key);
    Files.createDirectories(object.getParent());
    Files.writeString(object, content);
  }

  private void listen() {
    String store = api.describeTrustStores(all -> {}).trustStores().get(0).trustStoreArn();
    String balancer =
        api.createLoadBalancer(b -> b.name("mutual").subnets("subnet-a", "subnet-b"))
            .loadBalancers()
            .get(0)
            .loadBalancerArn();
    api.createListener(
        l ->
            l.loadBalancerArn(balancer)
                .protocol("HTTPS")
                .port(PORT)
                .certificates(Certificate.builder().certificateArn(CERTIFICATE).build())
                .mutualAuthentication(m -> m.mode("verify").trustStoreArn(store))
                .defaultActions(
                    Action.builder()
                        .type("fixed-response")
                        .fixedResponseConfig(
                            FixedResponseActionConfig.builder().statusCode("200").build())
                        .build()));
  }

  private boolean isLetIn(Identity client) throws IOException {
    InetAddress node =
        InetAddress.getByName(
            api.describeLoadBalancers(all -> {})
                .loadBalancers()
                .get(0)
                .availabilityZones()
                .get(0)
                .loadBalancerAddresses()
                .get(0)
                .ipAddress());
    try (RawConnection connection = new RawClient(SOON).connect(node, PORT)) {
      connection.put(
          new TlsClient(client).layer(TlsOffer.of("example.com").speaking("TLSv1.2"), "peer"));
      connection.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
      return connection.readResponse(SOON).status() == 200;
    } catch (LayerFailedException refused) {
      return false;
    }
  }

  @Test
  void aTrustStoreOutlivesItsObjectsAndARestart() throws IOException {
    listen();
    Files.delete(data.resolve("s3/trust/ca.pem"));
    Files.delete(data.resolve("s3/trust/list.pem"));
    stop();

    start();

    assertThat(isLetIn(good)).isTrue();
    assertThat(isLetIn(revoked)).isFalse();
    assertThat(isLetIn(other.issue("CN=stranger"))).isFalse();
  }

  @Test
  void anObjectThatChangesChangesNoTrustStore() throws IOException {
    write("ca.pem", other.pem());
    write("list.pem", other.revocationListPem(List.of()));

    listen();

    assertThat(isLetIn(good)).isTrue();
    assertThat(isLetIn(revoked)).isFalse();
    assertThat(isLetIn(other.issue("CN=stranger"))).isFalse();
  }

  @Test
  void whatItWasMadeOfCanStillBeSeen() throws IOException {
    write("ca.pem", other.pem());
    String store = api.describeTrustStores(all -> {}).trustStores().get(0).trustStoreArn();

    String location = api.getTrustStoreCaCertificatesBundle(g -> g.trustStoreArn(store)).location();

    assertThat(Files.readString(Path.of(URI.create(location)))).isEqualTo(authority.pem());
  }
}
