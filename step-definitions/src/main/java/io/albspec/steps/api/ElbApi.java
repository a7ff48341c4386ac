package io.albspec.steps.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/** The ELBv2 API of a system under test, through the official client. */
public final class ElbApi implements AutoCloseable {

  private static final Duration ATTEMPT = Duration.ofSeconds(20);
  private static final int FIRST_FAULT_OF_SERVER = 500;
  private static final Class<?> CLIENT = ElasticLoadBalancingV2Client.class;

  private final ElasticLoadBalancingV2Client client;

  /** A client of that endpoint; loopback endpoints get made-up credentials. */
  public ElbApi(URI endpoint, String region) {
    this.client =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(credentials(endpoint))
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(ATTEMPT))
            .build();
  }

  private static AwsCredentialsProvider credentials(URI endpoint) {
    return endpoint.getHost().endsWith(".amazonaws.com")
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(AwsBasicCredentials.create("albspec", "albspec"));
  }

  /**
   * Calls an operation.
   *
   * @param operation as the API spells it, such as {@code CreateRule}
   * @throws IllegalArgumentException if there is no such operation or no such member
   */
  public Answer call(String operation, Members members) {
    Method method = method(operation);
    SdkRequest request = request(method.getParameterTypes()[0], members);
    try {
      SdkResponse response = (SdkResponse) method.invoke(client, request);
      return new Answer.Result(operation, SdkTree.of(response));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AwsServiceException refused) {
        return refusal(operation, refused);
      }
      throw new IllegalStateException(operation + " was not answered", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("every operation is public", e);
    }
  }

  private static Answer refusal(String operation, AwsServiceException refused) {
    return new Answer.Refusal(
        operation,
        refused.awsErrorDetails().errorCode(),
        refused.awsErrorDetails().errorMessage(),
        refused.statusCode() < FIRST_FAULT_OF_SERVER);
  }

  private static Method method(String operation) {
    String name = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    return Arrays.stream(CLIENT.getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
        .filter(method -> SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operation is called " + operation));
  }

  private static SdkRequest request(Class<?> type, Members members) {
    try {
      Object builder = type.getMethod("builder").invoke(null);
      return ((SdkRequest.Builder) SdkTree.fill((SdkPojo) builder, members.tree())).build();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every request has a builder: " + type, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
