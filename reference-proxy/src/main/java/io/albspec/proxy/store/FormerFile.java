package io.albspec.proxy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.TrustStoreConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file of earlier versions, which held the whole configuration as one JSON document. */
final class FormerFile {

  private static final int FORMAT = 1;

  private FormerFile() {}

  /**
   * The configuration in it.
   *
   * @throws StoreException if it is not what was written
   */
  static Config read(Path file) throws IOException {
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
      int format = json.path("format").asInt(0);
      if (format != FORMAT) {
        throw StoreException.damaged(
            file, "its format is %d, and not %d".formatted(format, FORMAT), null);
      }
      return config(json.path("config"));
    } catch (JsonProcessingException e) {
      throw StoreException.damaged(file, "it is not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw StoreException.damaged(file, e.getMessage(), e);
    }
  }

  private static Config config(JsonNode json) {
    Map<String, BalancerConfig> balancers = new LinkedHashMap<>();
    ConfigReader.list(json, "balancers", FormerFile::balancer)
        .forEach(balancer -> balancers.put(balancer.arn(), balancer));
    Map<String, TargetGroupConfig> groups = new LinkedHashMap<>();
    ConfigReader.list(json, "targetGroups", FormerFile::group)
        .forEach(group -> groups.put(group.arn(), group));
    Map<String, TrustStoreConfig> stores = new LinkedHashMap<>();
    ConfigReader.later(json, "trustStores", ConfigReader::trustStore)
        .forEach(store -> stores.put(store.arn(), store));
    return new Config(
        ConfigReader.member(json, "generation").longValue(),
        Collections.unmodifiableMap(balancers),
        Collections.unmodifiableMap(groups),
        Collections.unmodifiableMap(stores));
  }

  private static BalancerConfig balancer(JsonNode json) {
    return ConfigReader.balancer(json, ConfigReader.list(json, "listeners", FormerFile::listener));
  }

  private static ListenerConfig listener(JsonNode json) {
    return ConfigReader.listener(json, ConfigReader.list(json, "rules", ConfigReader::rule));
  }

  private static TargetGroupConfig group(JsonNode json) {
    return ConfigReader.group(json, ConfigReader.list(json, "targets", ConfigReader::target));
  }
}
