package io.albspec.proxy;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of albspec, for its command lines: what the manifest of the jar says. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new String[] {"albspec " + version};
  }
}
