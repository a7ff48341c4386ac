package io.albspec.proxy.api;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Request;

/**
 * What the model of the SDK knows: every action, and every member that a request can have. What is
 * within members that are refused as newer than the guide is left out.
 */
final class ModelMembers {

  private final Map<String, Set<String>> byShape = new TreeMap<>();
  private final Set<String> actions = new TreeSet<>();

  /** Of the actions that are wanted. */
  ModelMembers(Predicate<String> wanted) throws ReflectiveOperationException {
    for (Method method : ElasticLoadBalancingV2Client.class.getMethods()) {
      Class<?>[] parameters = method.getParameterTypes();
      boolean call =
          parameters.length == 1
              && ElasticLoadBalancingV2Request.class.isAssignableFrom(parameters[0])
              && !method.getName().endsWith("Paginator");
      if (call && wanted.test(action(parameters[0])) && actions.add(action(parameters[0]))) {
        add((SdkPojo) parameters[0].getMethod("builder").invoke(null));
      }
    }
  }

  /** The names of all actions, as on the wire. */
  Set<String> actions() {
    return actions;
  }

  /** The members of each shape that a request is made of. */
  Map<String, Set<String>> byShape() {
    return byShape;
  }

  private static String action(Class<?> request) {
    String name = request.getSimpleName().replaceAll("Request$", "");
    return name.equals("DescribeSslPolicies") ? "DescribeSSLPolicies" : name;
  }

  private void add(SdkPojo builder) {
    String shape = builder.getClass().getEnclosingClass().getSimpleName();
    Set<String> members = new TreeSet<>();
    if (byShape.putIfAbsent(shape, members) != null) {
      return;
    }
    for (SdkField<?> field : builder.sdkFields()) {
      members.add(field.locationName());
      if (!ModelConstraints.of(shape, field.locationName()).contains(Constraint.NEWER)) {
        within(field);
      }
    }
  }

  private void within(SdkField<?> field) {
    if (field.marshallingType() == MarshallingType.SDK_POJO) {
      add(field.constructor().get());
    } else if (field.marshallingType() == MarshallingType.LIST) {
      within(field.getRequiredTrait(ListTrait.class).memberFieldInfo());
    } else if (field.marshallingType() == MarshallingType.MAP) {
      within(field.getRequiredTrait(MapTrait.class).valueFieldInfo());
    }
  }
}
