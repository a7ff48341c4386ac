package io.albspec.proxy.telemetry;

import io.albspec.proxy.control.BalancerConfig;

/** The logs that a load balancer can have (guide: "Access logs", "Connection logs"). */
enum LogKind {
  ACCESS("access log", "access_logs.s3", "", "ELBAccessLogTestFile", "AccessLog"),
  CONNECTION(
      "connection log",
      "connection_logs.s3",
      "conn_log.",
      "ELBConnectionLogTestFile",
      "ConnectionLog");

  private final String text;
  private final String attributes;
  private final String filePrefix;
  private final String testFile;
  private final String greeting;

  LogKind(String text, String attributes, String filePrefix, String testFile, String greeting) {
    this.text = text;
    this.attributes = attributes;
    this.filePrefix = filePrefix;
    this.testFile = testFile;
    this.greeting = greeting;
  }

  /** What people call one. */
  String text() {
    return text;
  }

  /** The name of one of its attributes. */
  String attribute(String name) {
    return attributes + '.' + name;
  }

  /** Whether a load balancer is to have one. */
  boolean isEnabled(BalancerConfig balancer) {
    return Boolean.parseBoolean(balancer.attributes().get(attribute("enabled")));
  }

  /** What the names of its files begin with. */
  String filePrefix() {
    return filePrefix;
  }

  /** The name of the file that shows that it can be written. */
  String testFile() {
    return testFile;
  }

  /** What the content of that file calls it. */
  String greeting() {
    return greeting;
  }
}
