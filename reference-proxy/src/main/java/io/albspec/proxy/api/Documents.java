package io.albspec.proxy.api;

import io.albspec.proxy.control.ApiException;
import software.amazon.awssdk.core.SdkPojo;

/** The two documents of the Query protocol: an answer and an error. */
final class Documents {

  private static final String NAMESPACE =
      "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";

  private Documents() {}

  /** The answer to an action; its result element is there even if nothing is in it. */
  static String answer(String action, SdkPojo result, String requestId) {
    StringBuilder out = new StringBuilder(1024);
    XmlEncoder xml = new XmlEncoder(out);
    open(out, action + "Response");
    xml.element(action + "Result", () -> xml.members(result));
    xml.element("ResponseMetadata", () -> xml.element("RequestId", requestId));
    return close(out, action + "Response");
  }

  /** An error; the caller's fault below status 500. */
  static String error(ApiException refusal, String requestId) {
    StringBuilder out = new StringBuilder(512);
    XmlEncoder xml = new XmlEncoder(out);
    open(out, "ErrorResponse");
    xml.element(
        "Error",
        () -> {
          xml.element("Type", refusal.status() < 500 ? "Sender" : "Receiver");
          xml.element("Code", refusal.code());
          xml.element("Message", XmlText.visible(refusal.getMessage()));
        });
    xml.element("RequestId", requestId);
    return close(out, "ErrorResponse");
  }

  private static void open(StringBuilder out, String root) {
    out.append('<').append(root).append(" xmlns=\"").append(NAMESPACE).append("\">");
  }

  private static String close(StringBuilder out, String root) {
    return out.append("</").append(root).append(">\n").toString();
  }
}
