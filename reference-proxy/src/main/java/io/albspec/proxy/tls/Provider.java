package io.albspec.proxy.tls;

import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.TlsVersion;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.conscrypt.Conscrypt;

/**
 * The two implementations of TLS: one is fast, one has everything that the policies of the guide
 * ask for.
 */
enum Provider {
  /** Conscrypt: TLS 1.2 and 1.3, without the ciphers that have CBC with SHA-2. */
  FAST(Group.X25519, Group.SECP256R1, Group.SECP384R1),
  /** That of the JDK. */
  COMPLETE(Group.X25519, Group.SECP256R1, Group.SECP384R1, Group.SECP521R1, Group.X448);

  /** Conscrypt takes client certificates neither on the curve secp521r1 nor for RSASSA-PSS. */
  static final Provider FOR_MUTUAL_TLS = COMPLETE;

  /** Numbers of the curves that keys are agreed on with (RFC 8422, section 5.1.1). */
  private static final class Group {
    static final int SECP256R1 = 23;
    static final int SECP384R1 = 24;
    static final int SECP521R1 = 25;
    static final int X25519 = 29;
    static final int X448 = 30;
  }

  private static final String TLS = "TLS";
  private static final java.security.Provider CONSCRYPT = Conscrypt.newProvider();

  private final long groups;

  Provider(int... groups) {
    this.groups = IntStream.of(groups).mapToLong(group -> 1L << group).sum();
  }

  /** Whether there is a curve that client and provider can both agree on keys with. */
  boolean sharesGroup(ClientHello client) {
    return client.groups().isEmpty()
        || LongStream.of(client.groups().toLongArray()).limit(1).anyMatch(this::hasOneOf);
  }

  private boolean hasOneOf(long others) {
    return (others & groups) != 0;
  }

  /**
   * Prepares the process: what old policies need is allowed, and the curves are fast everywhere.
   * The JDK looks at this when TLS is first used.
   */
  static void prepare() {
    LegacyAlgorithms.enable();
    NativeCurves.use(CONSCRYPT);
  }

  /**
   * The one that carries such a connection best. Conscrypt takes that suite of TLS 1.3 which the
   * client offers first, whatever it is told: where the policy says otherwise, the JDK takes over.
   */
  static Provider of(TlsVersion version, CipherSuite suite, ClientHello client) {
    if (suite.needsGroup() && !FAST.sharesGroup(client)) {
      return COMPLETE;
    }
    return switch (version) {
      case TLS10, TLS11 -> COMPLETE;
      case TLS12 -> hasConscrypt(suite) ? FAST : COMPLETE;
      case TLS13 -> suite.id() == client.favourite() ? FAST : COMPLETE;
    };
  }

  private static boolean hasConscrypt(CipherSuite suite) {
    String name = suite.javaName();
    return !name.endsWith("_CBC_SHA256")
        && !name.endsWith("_CBC_SHA384")
        && suite.family() != CipherSuite.Family.TRIPLE_DES;
  }

  /** A context of its, to be initialised. */
  SSLContext context() {
    try {
      return this == FAST ? SSLContext.getInstance(TLS, CONSCRYPT) : SSLContext.getInstance(TLS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("there is no TLS", e);
    }
  }

  /**
   * Whether clients get tickets to resume their sessions with, which TLS 1.3 has nothing else for;
   * the JDK gives them out anyway.
   */
  void useTickets(SSLEngine engine, boolean wanted) {
    if (this == FAST) {
      Conscrypt.setUseSessionTickets(engine, wanted);
    }
  }

  /** Those of these versions that it has. */
  List<TlsVersion> speaks(List<TlsVersion> versions) {
    return this == COMPLETE
        ? versions
        : versions.stream()
            .filter(version -> version == TlsVersion.TLS12 || version == TlsVersion.TLS13)
            .toList();
  }
}
