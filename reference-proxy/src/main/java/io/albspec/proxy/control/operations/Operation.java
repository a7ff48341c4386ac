package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * One action of the API: how its request is built and what answers it. Requests and answers are the
 * SDK's own types.
 *
 * @param <B> the builder of the request
 * @param <Q> the request
 * @param <A> the answer
 */
public final class Operation<
    B extends SdkBuilder<B, Q> & SdkPojo, Q extends SdkPojo, A extends SdkPojo> {

  private final Supplier<B> builder;
  private final Handler<Q, A> handler;

  Operation(Supplier<B> builder, Handler<Q, A> handler) {
    this.builder = builder;
    this.handler = handler;
  }

  /**
   * Performs it on the request that was sent.
   *
   * @param fill sets the members of the request's builder
   * @param check holds the request against the model
   * @param <X> what filling it can fail with
   */
  public <X extends Exception> A perform(Step<X> fill, Step<ApiException> check)
      throws X, ApiException {
    B request = builder.get();
    fill.on(request);
    Q built = request.build();
    check.on(built);
    return handler.answer(built);
  }

  /**
   * Something done with a request, or the builder of one.
   *
   * @param <X> what it can fail with
   */
  @FunctionalInterface
  public interface Step<X extends Exception> {

    /** Does it. */
    void on(SdkPojo request) throws X;
  }

  /** What answers a request. */
  @FunctionalInterface
  interface Handler<Q, A> {

    A answer(Q request) throws ApiException;
  }
}
