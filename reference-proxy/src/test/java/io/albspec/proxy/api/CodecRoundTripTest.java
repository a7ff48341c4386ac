package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.ApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Whatever the SDK writes is read back the same, and the other way round. */
class CodecRoundTripTest {

  private static final String LETTERS = "aZ09 &<>\"'%+=._-/#{}éß漢🎈\t\n\r";

  private static final InProcess HTTP = new InProcess();
  private static final ElasticLoadBalancingV2Client SDK =
      ElasticLoadBalancingV2Client.builder()
          .endpointOverride(URI.create("http://127.0.0.1:9"))
          .region(Region.US_EAST_2)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .httpClient(HTTP)
          .build();

  @Property(tries = 150)
  void requestsOfTheSdkAreDecodedUnchanged(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    List<SdkPojo> decoded = new ArrayList<>();
    CreateRuleRequest rule = fill(CreateRuleRequest.builder(), random);
    CreateListenerRequest listener = fill(CreateListenerRequest.builder(), random);
    CreateLoadBalancerRequest balancer = fill(CreateLoadBalancerRequest.builder(), random);
    RegisterTargetsRequest targets = fill(RegisterTargetsRequest.builder(), random);

    client(form -> note(decoded, CreateRuleRequest.builder(), form)).createRule(rule);
    client(form -> note(decoded, CreateListenerRequest.builder(), form)).createListener(listener);
    client(form -> note(decoded, CreateLoadBalancerRequest.builder(), form))
        .createLoadBalancer(balancer);
    client(form -> note(decoded, RegisterTargetsRequest.builder(), form)).registerTargets(targets);

    assertThat(decoded).hasSize(4);
    assertThat(rule.equalsBySdkFields(decoded.get(0))).as("%s %s", rule, decoded).isTrue();
    assertThat(listener.equalsBySdkFields(decoded.get(1))).as("%s %s", listener, decoded).isTrue();
    assertThat(balancer.equalsBySdkFields(decoded.get(2))).as("%s %s", balancer, decoded).isTrue();
    assertThat(targets.equalsBySdkFields(decoded.get(3))).as("%s %s", targets, decoded).isTrue();
  }

  @Property(tries = 150)
  void encodedResponsesAreReadUnchangedByTheSdk(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    DescribeRulesResponse rules = fill(DescribeRulesResponse.builder(), random);
    DescribeLoadBalancersResponse balancers = fill(DescribeLoadBalancersResponse.builder(), random);
    DescribeTargetHealthResponse health = fill(DescribeTargetHealthResponse.builder(), random);

    DescribeRulesResponse rulesRead =
        client(form -> Documents.answer("DescribeRules", rules, "id")).describeRules(r -> {});
    DescribeLoadBalancersResponse balancersRead =
        client(form -> Documents.answer("DescribeLoadBalancers", balancers, "id"))
            .describeLoadBalancers();
    DescribeTargetHealthResponse healthRead =
        client(form -> Documents.answer("DescribeTargetHealth", health, "id"))
            .describeTargetHealth(d -> {});

    assertThat(rules.equalsBySdkFields(rulesRead)).as("%s %s", rules, rulesRead).isTrue();
    assertThat(balancers.equalsBySdkFields(balancersRead))
        .as("%s %s", balancers, balancersRead)
        .isTrue();
    assertThat(health.equalsBySdkFields(healthRead)).as("%s %s", health, healthRead).isTrue();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  private static String note(List<SdkPojo> decoded, SdkPojo builder, String form) {
    Parameters parameters = new Parameters();
    try {
      parameters.read(form);
      QueryDecoder.fill(builder, parameters);
    } catch (ApiException e) {
      throw new AssertionError(form, e);
    }
    decoded.add((SdkPojo) ((Buildable) builder).build());
    String action = parameters.child("Action").flatMap(Parameters::value).orElseThrow();
    return "<%sResponse><%sResult/></%sResponse>".formatted(action, action, action);
  }

  private static <B extends SdkBuilder<B, T> & SdkPojo, T> T fill(B builder, Random random) {
    set(builder, random, 0);
    return builder.build();
  }

  private static void set(SdkPojo builder, Random random, int depth) {
    for (SdkField<?> field : builder.sdkFields()) {
      if (random.nextInt(3) > 0) {
        field.set(builder, value(field, random, depth));
      }
    }
  }

  private static Object value(SdkField<?> field, Random random, int depth) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      SdkField<?> item = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      for (int i = 1 + random.nextInt(12 >> Math.min(depth, 3)); i > 0; i--) {
        list.add(value(item, random, depth + 1));
      }
      return list;
    }
    if (type == MarshallingType.MAP) {
      SdkField<?> item = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> map = new LinkedHashMap<>();
      map.put(text(random), value(item, random, depth + 1));
      map.put(text(random) + "2", value(item, random, depth + 1));
      return map;
    }
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo nested = field.constructor().get();
      SdkField<?> first = nested.sdkFields().get(0);
      first.set(nested, value(first, random, depth + 1));
      set(nested, random, depth + 1);
      return ((Buildable) nested).build();
    }
    return scalar(type, random);
  }

  private static Object scalar(MarshallingType<?> type, Random random) {
    if (type == MarshallingType.INTEGER) {
      return random.nextInt();
    }
    if (type == MarshallingType.LONG) {
      return random.nextLong();
    }
    if (type == MarshallingType.BOOLEAN) {
      return random.nextBoolean();
    }
    return type == MarshallingType.INSTANT
        ? Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L))
        : text(random);
  }

  private static String text(Random random) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder("x");
    random
        .ints(random.nextInt(12), 0, letters.length)
        .forEach(i -> text.appendCodePoint(letters[i]));
    return text.append('y').toString();
  }

  private static ElasticLoadBalancingV2Client client(Function<String, String> server) {
    HTTP.server.set(server);
    return SDK;
  }

  /** Answers the SDK's requests without a network. */
  private static final class InProcess implements SdkHttpClient {

    private final AtomicReference<Function<String, String>> server = new AtomicReference<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          byte[] answer = server.get().apply(body(request)).getBytes(StandardCharsets.UTF_8);
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
              .build();
        }

        @Override
        public void abort() {
          throw new UnsupportedOperationException("nothing is in flight");
        }
      };
    }

    private static String body(HttpExecuteRequest request) {
      try (var body = request.contentStreamProvider().orElseThrow().newStream()) {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
