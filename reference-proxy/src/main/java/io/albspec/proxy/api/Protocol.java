package io.albspec.proxy.api;

import io.albspec.proxy.api.audit.AuditedService;
import io.albspec.proxy.api.signature.SignedRequest;
import io.albspec.proxy.control.ApiException;

/** One of the APIs at the endpoint, in its own language. */
interface Protocol {

  /** The API that it is. */
  AuditedService service();

  /** Whether a path is one of its paths. */
  boolean serves(String path);

  /**
   * Answers a request whose sender may be trusted.
   *
   * @throws ApiException if it is refused
   */
  Reply answer(SignedRequest asked, Call call) throws ApiException;

  /** What a client is told of a refusal. */
  Reply refusal(ApiException refusal, String requestId);
}
