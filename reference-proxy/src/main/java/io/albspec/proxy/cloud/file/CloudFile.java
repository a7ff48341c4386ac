package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import io.albspec.proxy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file in YAML or JSON that describes the surroundings. Each of its sections may be left out:
 * then there is what there usually is.
 */
public final class CloudFile {

  private static final Set<String> SECTIONS =
      Set.of(
          "account",
          "region",
          "unknown-ids",
          "zones",
          "vpcs",
          "subnets",
          "security-groups",
          "instances",
          "certificates");

  private CloudFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException naming file, line and member, if it cannot be read or is wrong
   */
  public static Description read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": there is no such file");
    }
    try {
      return parse(
          Files.readString(file, StandardCharsets.UTF_8), file.toAbsolutePath().getParent());
    } catch (YamlException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads the text of one.
   *
   * @param folder that the names of other files are relative to
   */
  static Description parse(String text, Path folder) throws YamlException {
    Value.Members members = YamlReader.read(text, "description", CloudFile::noTag);
    Entry file = Entry.of("", members, SECTIONS);
    String account = file.text("account").orElse(Description.ACCOUNT);
    if (!account.matches("[0-9]{12}")) {
      throw file.fault("account", "must be 12 digits, not '%s'".formatted(account));
    }
    String region = file.text("region").orElse(Description.REGION);
    if (!region.matches("[a-z]{2}(?:-[a-z]+)+-[0-9]")) {
      throw file.fault("region", "must be a region such as us-east-2, not '%s'".formatted(region));
    }
    Map<String, Zone> zones = ZoneSection.read(file, region);
    Map<String, Vpc> vpcs = VpcSection.read(file);
    SubnetSection networks = new SubnetSection(zones, vpcs);
    Map<String, Subnet> subnets = networks.read(file);
    Map<String, Instance> instances = new InstanceSection(zones, vpcs, subnets).read(file);
    return new Description(
        account,
        region,
        learnsIds(file),
        zones,
        vpcs,
        networks.less(subnets, instances.values(), file),
        new SecurityGroupSection(vpcs).read(file, instances.values()),
        instances,
        new CertificateSection(folder).read(file));
  }

  /** Whoever writes a file means it: what is not in it is not there, unless it says so. */
  private static boolean learnsIds(Entry file) throws YamlException {
    String text = file.text("unknown-ids").orElse("refuse");
    if (!List.of("accept", "refuse").contains(text)) {
      throw file.fault("unknown-ids", "must be accept or refuse, not '%s'".formatted(text));
    }
    return text.equals("accept");
  }

  private static Value noTag(String tag, Value tagged) throws YamlException {
    throw new YamlException(tagged.place(), "the tag !%s is not known".formatted(tag));
  }
}
