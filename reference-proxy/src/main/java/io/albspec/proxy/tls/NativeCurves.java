package io.albspec.proxy.tls;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyPairGeneratorSpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyAgreementSpi;
import javax.crypto.SecretKey;
import javax.crypto.ShortBufferException;

/**
 * Conscrypt's elliptic curves under the JDK's TLS: in a handshake of the JDK's own, two thirds of
 * the time go into its curves, which are written in Java. What Conscrypt does not take, such as
 * X448, still goes to the JDK.
 */
final class NativeCurves extends Provider {

  private static final long serialVersionUID = 1L;
  private static final String NAME = "AlbspecCurves";
  private static final String XDH = "XDH";
  private static final int BITS = 255;
  private static final String GENERATOR = "KeyPairGenerator";
  private static final String AGREEMENT = "KeyAgreement";

  private NativeCurves(Provider conscrypt) {
    super(NAME, "1", "Conscrypt's elliptic curves");
    putService(new Borrowed(this, conscrypt.getService(GENERATOR, "EC")));
    putService(new Borrowed(this, conscrypt.getService(AGREEMENT, "ECDH")));
    for (String hash : List.of("SHA256", "SHA384", "SHA512")) {
      putService(new Borrowed(this, conscrypt.getService("Signature", hash + "withECDSA")));
    }
    putService(new Made(this, GENERATOR, () -> new Generator(conscrypt)));
    putService(new Made(this, AGREEMENT, () -> new Agreement(conscrypt)));
  }

  /** Puts them before the JDK's own, for the whole process. */
  static void use(Provider conscrypt) {
    if (Security.getProvider(NAME) == null) {
      Security.insertProviderAt(new NativeCurves(conscrypt), 1);
    }
  }

  private static final class Borrowed extends Service {

    private final Service lender;

    Borrowed(Provider provider, Service lender) {
      super(
          provider,
          lender.getType(),
          lender.getAlgorithm(),
          lender.getClassName(),
          List.of(),
          null);
      this.lender = lender;
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      return lender.newInstance(parameter);
    }

    @Override
    public boolean supportsParameter(Object key) {
      return lender.supportsParameter(key);
    }
  }

  /** What makes an implementation. */
  private interface Maker {
    Object make() throws NoSuchAlgorithmException;
  }

  private static final class Made extends Service {

    private final Maker maker;

    Made(Provider provider, String type, Maker maker) {
      super(provider, type, XDH, NativeCurves.class.getName(), List.of(), null);
      this.maker = maker;
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      return maker.make();
    }

    @Override
    public boolean supportsParameter(Object key) {
      return true;
    }
  }

  /** Keys on X25519, the public ones of the JDK's own kind: its TLS looks inside them. */
  private static final class Generator extends KeyPairGeneratorSpi {

    private final KeyPairGenerator generator;
    private final KeyFactory publicKeys;

    Generator(Provider conscrypt) throws NoSuchAlgorithmException {
      generator = KeyPairGenerator.getInstance(XDH, conscrypt);
      publicKeys = KeyFactory.getInstance(XDH);
    }

    @Override
    public void initialize(int bits, SecureRandom random) {
      if (bits != BITS) {
        throw new InvalidParameterException("no curve of " + bits + " bits");
      }
    }

    @Override
    public void initialize(AlgorithmParameterSpec curve, SecureRandom random)
        throws InvalidAlgorithmParameterException {
      boolean known = curve instanceof NamedParameterSpec name && name.getName().equals("X25519");
      if (!known) {
        throw new InvalidAlgorithmParameterException("not X25519: " + curve);
      }
    }

    @Override
    public KeyPair generateKeyPair() {
      KeyPair pair = generator.generateKeyPair();
      try {
        byte[] encoded = pair.getPublic().getEncoded();
        return new KeyPair(
            publicKeys.generatePublic(new X509EncodedKeySpec(encoded)), pair.getPrivate());
      } catch (InvalidKeySpecException e) {
        throw new ProviderException("a public key cannot be read", e);
      }
    }
  }

  /** Agreement on X25519 with a private key of {@link Generator}. */
  private static final class Agreement extends KeyAgreementSpi {

    private final KeyAgreement agreement;
    private final KeyFactory keys;

    Agreement(Provider conscrypt) throws NoSuchAlgorithmException {
      agreement = KeyAgreement.getInstance(XDH, conscrypt);
      keys = KeyFactory.getInstance(XDH, conscrypt);
    }

    /** The JDK's own private keys, such as those on X448, are left to the JDK. */
    @Override
    protected void engineInit(Key key, SecureRandom random) throws InvalidKeyException {
      boolean foreign = !(key instanceof PrivateKey) || key instanceof XECPrivateKey;
      if (foreign) {
        throw new InvalidKeyException("not a key of Conscrypt");
      }
      agreement.init(key);
    }

    @Override
    protected void engineInit(Key key, AlgorithmParameterSpec parameters, SecureRandom random)
        throws InvalidKeyException {
      engineInit(key, random);
    }

    @Override
    protected Key engineDoPhase(Key key, boolean last) throws InvalidKeyException {
      return agreement.doPhase(known(key), last);
    }

    private PublicKey known(Key key) throws InvalidKeyException {
      if (!(key instanceof XECPublicKey)) {
        throw new InvalidKeyException("not a public key of the JDK");
      }
      try {
        return keys.generatePublic(new X509EncodedKeySpec(key.getEncoded()));
      } catch (InvalidKeySpecException e) {
        throw new InvalidKeyException("a public key cannot be read", e);
      }
    }

    @Override
    protected byte[] engineGenerateSecret() {
      return agreement.generateSecret();
    }

    @Override
    protected int engineGenerateSecret(byte[] into, int offset) throws ShortBufferException {
      return agreement.generateSecret(into, offset);
    }

    @Override
    protected SecretKey engineGenerateSecret(String algorithm)
        throws NoSuchAlgorithmException, InvalidKeyException {
      return agreement.generateSecret(algorithm);
    }
  }
}
