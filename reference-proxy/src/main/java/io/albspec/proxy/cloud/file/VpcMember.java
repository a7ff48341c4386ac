package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.yaml.YamlException;
import java.util.Map;
import java.util.Optional;

/** The VPC that an entry is in. */
final class VpcMember {

  private VpcMember() {}

  /** The one it names, or the only one. */
  static Vpc of(Entry entry, Map<String, Vpc> vpcs) throws YamlException {
    Optional<String> id = entry.text("vpc");
    if (id.isPresent()) {
      return entry.found("vpc", id.get(), vpcs, "vpcs");
    }
    if (vpcs.size() > 1) {
      throw entry.fault("vpc", "is missing, and there are several: " + vpcs.keySet());
    }
    return vpcs.values().iterator().next();
  }
}
