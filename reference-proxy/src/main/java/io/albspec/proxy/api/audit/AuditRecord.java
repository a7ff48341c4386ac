package io.albspec.proxy.api.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.api.audit.AuditEvent.Sender;
import io.albspec.proxy.cloud.Cloud;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A call in the form of CloudTrail (guide, "Understanding Elastic Load Balancing log file
 * entries").
 */
final class AuditRecord {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String USER = "albspec";
  private static final int MOST_NAME = 128;

  private final Cloud cloud;

  AuditRecord(Cloud cloud) {
    this.cloud = cloud;
  }

  ObjectNode of(AuditEvent event) {
    PojoMembers members = new PojoMembers();
    JsonNode parameters = members(members, event.request());
    ObjectNode json = JSON.objectNode().put("eventVersion", "1.03");
    json.set("userIdentity", identity(event.sender()));
    json.put("eventTime", event.time().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("eventSource", event.service().signingName() + ".amazonaws.com")
        .put("eventName", shortened(event.action()))
        .put("awsRegion", cloud.region())
        .put("sourceIPAddress", event.sender().address());
    event.sender().userAgent().ifPresent(agent -> json.put("userAgent", agent));
    event
        .refusal()
        .ifPresent(
            refusal ->
                json.put("errorCode", refusal.code())
                    .put("errorMessage", members.withoutSecrets(refusal.getMessage())));
    json.set("requestParameters", parameters);
    json.set(
        "responseElements", isReadOnly(event.action()) ? null : members(members, event.answer()));
    return json.put("requestID", event.requestId())
        .put("eventID", UUID.randomUUID().toString())
        .put("eventType", "AwsApiCall")
        .put("apiVersion", event.service().apiVersion())
        .put("recipientAccountId", cloud.account());
  }

  /** The user whose signature was verified; where none is, calls are taken to be of one user. */
  private ObjectNode identity(Sender sender) {
    String user = sender.caller().user().orElse(USER);
    ObjectNode json = JSON.objectNode();
    json.put("type", "IAMUser")
        .put("principalId", cloud.account())
        .put("arn", "arn:aws:iam::%s:user/%s".formatted(cloud.account(), user))
        .put("accountId", cloud.account());
    sender.caller().accessKeyId().ifPresent(key -> json.put("accessKeyId", key));
    json.put("userName", user);
    if (sender.temporary()) {
      json.putObject("sessionContext").putObject("attributes").put("mfaAuthenticated", "false");
    }
    return json;
  }

  /** Null if there are none, as in the guide's second example. */
  private static JsonNode members(PojoMembers members, Optional<Object> of) {
    return of.map(members::of)
        .filter(json -> !json.isEmpty())
        .map(JsonNode.class::cast)
        .orElse(JSON.nullNode());
  }

  private static boolean isReadOnly(String action) {
    return action.startsWith("Describe") || action.startsWith("Get") || action.startsWith("List");
  }

  private static String shortened(String action) {
    return action.length() > MOST_NAME ? action.substring(0, MOST_NAME) : action;
  }
}
