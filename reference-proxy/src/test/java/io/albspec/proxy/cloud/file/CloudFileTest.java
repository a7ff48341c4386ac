package io.albspec.proxy.cloud.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.cloud.Addressing;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.yaml.YamlException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudFileTest {

  private static final Path EXAMPLE = Path.of("..", "docs", "cloud.yaml");

  @Test
  void theExampleOfTheDocumentationIsRight() throws Exception {
    Cloud cloud = new Cloud(CloudFile.read(EXAMPLE));

    assertThat(cloud.subnet("subnet-web-b").map(Subnet::zone)).isEqualTo(cloud.zone("us-east-2b"));
    assertThat(cloud.subnet("subnet-web-a").map(Subnet::freeAddresses)).contains(250L);
    assertThat(cloud.subnet("subnet-full").map(Subnet::freeAddresses)).contains(7L);
    assertThat(cloud.subnet("subnet-0123456789abcdef0")).isEmpty();
    assertThat(cloud.zone("us-east-2-lax-1a").map(Zone::type)).contains(Zone.Type.LOCAL_ZONE);
    Instance instance = cloud.instance("i-0abcdef1234567890").orElseThrow();
    assertThat(instance.address().getHostAddress()).isEqualTo("10.0.1.10");
    assertThat(instance.socket(80)).hasToString("/127.0.0.1:8081");
    assertThat(instance.socket(81)).hasToString("/127.0.0.1:81");
    assertThat(instance.ipv6Socket(80)).isEmpty();
    assertThat(cloud.instance("i-1234567890abcdef0").orElseThrow().ipv6Socket(80).orElseThrow())
        .hasToString("/[0:0:0:0:0:0:0:1]:8082");
    assertThat(cloud.instance("i-0fedcba9876543210").map(Instance::state))
        .contains(Instance.State.STOPPED);
  }

  @Test
  void whatIsLeftOutIsWhatThereUsuallyIs() throws Exception {
    Description description = parse("region: eu-west-1");

    assertThat(description.account()).isEqualTo("123456789012");
    assertThat(description.zones().keySet())
        .containsExactly("eu-west-1a", "eu-west-1b", "eu-west-1c");
    assertThat(description.subnets().keySet()).containsExactly("subnet-a", "subnet-b", "subnet-c");
    assertThat(description.securityGroups().keySet()).containsExactly("sg-default");
    assertThat(description.learnsIds()).isFalse();
    assertThat(parse("unknown-ids: accept").learnsIds()).isTrue();
    assertThat(parse("account: '123456789012'").zones().values())
        .containsExactly(Zone.A, Zone.B, Zone.C);
  }

  @Test
  void jsonIsReadAsWell() throws Exception {
    assertThat(parse("{\"account\": \"000000000007\"}").account()).isEqualTo("000000000007");
  }

  @Test
  void certificatesAreReadFromTheirFiles() throws Exception {
    Description description =
        CloudFile.parse(
            """
            certificates:
              arn:aws:acm:us-east-2:123456789012:certificate/1:
                {certificate: rsa.crt, chain: ec.crt, private-key: rsa.key}
              arn:aws:iam::123456789012:server-certificate/web:
                {certificate: ec.crt, private-key: ec.key}
            """,
            certificates());

    assertThat(description.certificates().values())
        .extracting(each -> each.keyAlgorithm() + each.chain().size())
        .containsExactly("RSA1", "EC0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "acount: 1|line 1: acount is not known; the file can have account, certificates, instances, region, security-groups, subnets, unknown-ids, vpcs, zones",
        "account: 12|line 1: account must be 12 digits, not '12'",
        "region: here|line 1: region must be a region such as us-east-2, not 'here'",
        "unknown-ids: maybe|line 1: unknown-ids must be accept or refuse, not 'maybe'",
        "zones: [a]|line 1: zones must be a mapping, not a list",
        "~zones:~  us-east-2a: {kind: x}|line 3: zones.us-east-2a.kind is not known; zones.us-east-2a can have nodes, type",
        "zones:~  us-east-2a: {type: x}|line 2: zones.us-east-2a.type must be one of availability-zone, local-zone, not 'x'",
        "zones:~  us-east-2a: {nodes: 10.0.0.0/24}|line 2: zones.us-east-2a.nodes must be a block such as 127.0.7.0/24, not 10.0.0.0/24",
        "zones:~  us-east-2a: {nodes: 127.0.1.1/24}|line 2: zones.us-east-2a.nodes must be a block of addresses such as 10.0.1.0/24, not '127.0.1.1/24'",
        "zones:~  us-west-1a: {}|line 2: zones.us-west-1a must begin with the region, us-east-2",
        "zones:~  us-east-2a: {}~  us-east-2b: {nodes: 127.0.1.0/24}|line 3: zones.us-east-2b.nodes must not be those of us-east-2a, 127.0.1.0/24",
        "vpcs:~  vpc-1: {}|line 2: vpcs.vpc-1.cidr is missing",
        "subnets:~  subnet-1: {zone: us-east-2a}|line 2: subnets.subnet-1.cidr is missing",
        "subnets:~  subnet-1: {zone: a, cidr: 127.0.1.0/24}|line 2: subnets.subnet-1.zone must be one of the zones, [us-east-2a, us-east-2b, us-east-2c], not 'a'",
        "subnets:~  subnet-1: {zone: us-east-2a, cidr: 10.0.1.0/24}|line 2: subnets.subnet-1.cidr must lie in the IPv4 addresses of vpc-default, [127.0.0.0/8], not 10.0.1.0/24",
        "subnets:~  subnet-1: {zone: us-east-2a, cidr: 127.0.1.0/24, ipv6-cidr: 127.0.1.0/24}|line 2: subnets.subnet-1.ipv6-cidr must be a block of IPv6, not 127.0.1.0/24",
        "subnets:~  subnet-1: {zone: us-east-2a, cidr: 127.0.1.0/24}~  subnet-2: {zone: us-east-2b, cidr: 127.0.0.0/16}|line 3: subnets.subnet-2.cidr overlaps with that of subnet-1, 127.0.1.0/24",
        "subnets:~  subnet-1: {zone: us-east-2a, cidr: 127.0.1.0/24, free-addresses: -1}|line 2: subnets.subnet-1.free-addresses must be a number from 0 to 65531, not '-1'",
        "vpcs:~  vpc-1: {cidr: 10.0.0.0/8}~  vpc-2: {cidr: 10.0.0.0/8}~subnets:~  subnet-1: {zone: us-east-2a, cidr: 10.0.1.0/24}|line 5: subnets.subnet-1.vpc is missing, and there are several: [vpc-1, vpc-2]",
        "security-groups:~  sg-1:~    inbound: {}|line 3: security-groups.sg-1.inbound must be a list of rules, not a mapping",
        "security-groups:~  sg-1:~    inbound:~      - {ports: 80}|line 4: security-groups.sg-1.inbound.sources is missing",
        "security-groups:~  sg-1:~    inbound:~      - {ports: 90-80, sources: 0.0.0.0/0}|line 4: security-groups.sg-1.inbound.ports must be a number from 90 to 65535, not '80'",
        "security-groups:~  sg-1:~    inbound:~      - {ports: http, sources: 0.0.0.0/0}|line 4: security-groups.sg-1.inbound.ports must be a port or a range such as 8000-8999, not 'http'",
        "security-groups:~  sg-1:~    inbound:~      - {protocol: tls, sources: 0.0.0.0/0}|line 4: security-groups.sg-1.inbound.protocol must be one of tcp, udp, icmp, all, not 'tls'",
        "security-groups:~  sg-1:~    inbound:~      - {sources: [0.0.0.0/0, sg-2]}|line 4: security-groups.sg-1.inbound.sources must be blocks of addresses such as 127.0.0.0/8 and ids of security groups in this file, not 'sg-2'",
        "instances:~  web-1: {zone: us-east-2a}|line 2: instances.web-1 must be an id that begins with i-",
        "instances:~  i-1: {}|line 2: instances.i-1.zone is missing",
        "instances:~  i-1: {zone: us-east-2a, state: asleep}|line 2: instances.i-1.state must be one of pending, running, stopping, stopped, shutting-down, terminated, not 'asleep'",
        "instances:~  i-1: {zone: us-east-2a, ipv6-address: 127.0.0.1}|line 2: instances.i-1.ipv6-address must be an address of IPv6 such as ::1",
        "instances:~  i-1: {zone: us-east-2a, address: web}|line 2: instances.i-1.address must be an address such as 127.0.1.7, not 'web'",
        "instances:~  i-1: {zone: us-east-2a, address: 10.0.0.1}|line 2: instances.i-1.address must lie in the addresses of vpc-default, [127.0.0.0/8]",
        "instances:~  i-1: {subnet: subnet-a, zone: us-east-2a}|line 2: instances.i-1.zone is that of the subnet, and must not be given beside it",
        "instances:~  i-1: {subnet: subnet-x}|line 2: instances.i-1.subnet must be one of the subnets, [subnet-a, subnet-b, subnet-c], not 'subnet-x'",
        "instances:~  i-1: {zone: us-east-2a, ports: {80: x}}|line 2: instances.i-1.ports must be a number from 1 to 65535, not 'x'",
        "instances:~  i-1: {zone: us-east-2a, security-groups: sg-x}|line 2: instances.i-1.security-groups must be one of the security-groups, [sg-default], not 'sg-x'",
        "certificates:~  web: {certificate: rsa.crt, private-key: rsa.key}|line 2: certificates.web must be an ARN such as arn:aws:acm:us-east-2:123456789012:certificate/1 or arn:aws:iam::123456789012:server-certificate/web",
        "certificates:~  arn:aws:iam::123456789012:server-certificate/web: {certificate: rsa.crt}|line 2: certificates.arn:aws:iam::123456789012:server-certificate/web.private-key is missing",
        "certificates:~  arn:aws:iam::123456789012:server-certificate/web: {certificate: rsa.key, private-key: rsa.key}|line 2: certificates.arn:aws:iam::123456789012:server-certificate/web.certificate cannot be used: there is no certificate",
        "certificates:~  arn:aws:iam::123456789012:server-certificate/web: {certificate: rsa.crt, private-key: ec.key}|line 2: certificates.arn:aws:iam::123456789012:server-certificate/web.private-key cannot be used: the key is not that of the certificate",
        "region: !Ref x|line 1: the tag !Ref is not known",
        "region:|line 1: 'region' has no value",
        "[]|line 1: a description is a mapping, not a list"
      })
  void whatIsWrongIsSaidWithItsLineAndName(String text, String message) {
    assertThatThrownBy(() -> parse(text.replace('~', '\n')))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theFileIsNamed() {
    Path none = Path.of("none.yaml");

    assertThatThrownBy(() -> CloudFile.read(none))
        .isInstanceOf(IOException.class)
        .hasMessage("none.yaml: there is no such file");
  }

  @Test
  void securityGroupsLetInWhomTheirRulesName() throws Exception {
    Cloud cloud = new Cloud(CloudFile.read(EXAMPLE));
    InetAddress here = address("127.0.0.1");
    InetAddress there = address("192.0.2.1");
    InetAddress ipv6 = address("2001:db8::1");

    assertThat(cloud.allows(List.of("sg-web"), there, 80)).isTrue();
    assertThat(cloud.allows(List.of("sg-web"), ipv6, 80)).isTrue();
    assertThat(cloud.allows(List.of("sg-web"), there, 81)).isFalse();
    assertThat(cloud.allows(List.of("sg-web"), here, 8000)).isTrue();
    assertThat(cloud.allows(List.of("sg-web"), here, 8999)).isTrue();
    assertThat(cloud.allows(List.of("sg-web"), here, 9000)).isFalse();
    assertThat(cloud.allows(List.of("sg-web"), there, 8000)).isFalse();
    assertThat(cloud.allows(List.of("sg-other"), here, 80)).isFalse();
    assertThat(cloud.allows(List.of("sg-other", "sg-web"), here, 80)).isTrue();
    assertThat(cloud.allows(List.of("sg-internal"), here, 80)).isTrue();
    assertThat(cloud.allows(List.of("sg-internal"), address("10.0.2.10"), 80)).isTrue();
    assertThat(cloud.allows(List.of("sg-internal"), there, 80)).isFalse();
    assertThat(cloud.allows(List.of("sg-unknown"), here, 80)).isFalse();
  }

  private static InetAddress address(String text) {
    return Addressing.parse(text).orElseThrow();
  }

  private static Description parse(String text) throws YamlException, URISyntaxException {
    return CloudFile.parse(text, certificates());
  }

  private static Path certificates() throws URISyntaxException {
    URL folder = CloudFileTest.class.getResource("/certificates/rsa.crt");
    return Path.of(folder.toURI()).getParent();
  }
}
