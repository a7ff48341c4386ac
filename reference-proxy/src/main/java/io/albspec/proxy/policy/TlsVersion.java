package io.albspec.proxy.policy;

/** The versions of TLS. */
public enum TlsVersion {
  TLS10(0x0301, "TLSv1"),
  TLS11(0x0302, "TLSv1.1"),
  TLS12(0x0303, "TLSv1.2"),
  TLS13(0x0304, "TLSv1.3");

  private final int id;
  private final String text;

  TlsVersion(int id, String text) {
    this.id = id;
    this.text = text;
  }

  /** Its number on the wire. */
  public int id() {
    return id;
  }

  /** Its name in the guide, which is that of Java as well. */
  public String text() {
    return text;
  }
}
