package io.albspec.load;

import picocli.CommandLine;

/** The version of this build. */
final class Version implements CommandLine.IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"albspec " + (version == null ? "development build" : version)};
  }
}
