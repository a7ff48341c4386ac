package io.albspec.proxy.cloud;

import java.util.regex.Pattern;

/** The forms of the ids that AWS gives out, the guide's examples included. */
enum Ids {
  VPC("vpc-(?:default|ID)"),
  SUBNET("subnet-ID"),
  SECURITY_GROUP("sg-(?:default|ID)"),
  INSTANCE("i-ID"),
  CERTIFICATE(
      "arn:aws:(?:acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f-]{36}"
          + "|iam::[0-9]{12}:server-certificate/[A-Za-z0-9+=,.@_/-]+)");

  private final Pattern form;

  Ids(String form) {
    String id = "(?:[0-9a-f]{8}|[0-9a-f]{17}|[0-9a-f]{1,10}EXAMPLE)";
    this.form = Pattern.compile(form.replace("ID", id));
  }

  /** Whether a text is one. */
  boolean isOf(String text) {
    return form.matcher(text).matches();
  }
}
