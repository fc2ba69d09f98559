package dev.stockade.e2e.tls;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.SecurityFile;
import java.nio.file.Path;
import java.util.List;

/** A security provider in one version, and what its users have to say to start it. */
@SuppressWarnings("ImmutableEnumChecker") // nobody changes them
public enum Provider {
  BOUNCY_CASTLE(Names.BC, "BCJSSE", Names.BC_CLASSES, "org.bouncycastle:bctls-jdk18on:1.83"),
  BOUNCY_CASTLE_1_78(Names.BC, "BCJSSE", Names.BC_CLASSES, "org.bouncycastle:bctls-jdk18on:1.78.1"),
  /** A module that opens nothing. Providers of modules have names in the list, not classes. */
  BOUNCY_CASTLE_MODULE(Names.BC, "BCJSSE", Names.BC_NAMES, "org.bouncycastle:bctls-jdk18on:1.83"),
  BOUNCY_CASTLE_FIPS(
      Names.BC_FIPS,
      "BCJSSE",
      Names.BC_FIPS_CLASSES,
      "org.bouncycastle:bctls-fips:2.1.20",
      "org.bouncycastle:bcutil-fips:2.1.4",
      "org.bouncycastle:bc-fips:2.1.1"),
  BOUNCY_CASTLE_FIPS_1(
      Names.BC_FIPS,
      "BCJSSE",
      Names.BC_FIPS_CLASSES,
      "org.bouncycastle:bctls-fips:1.0.19",
      "org.bouncycastle:bc-fips:1.0.2.5"),
  CONSCRYPT(
      "Conscrypt",
      "Conscrypt",
      Names.CONSCRYPT_CLASSES,
      "org.conscrypt:conscrypt-openjdk-uber:2.5.2"),
  CONSCRYPT_2_4(
      "Conscrypt",
      "Conscrypt",
      Names.CONSCRYPT_CLASSES,
      "org.conscrypt:conscrypt-openjdk-uber:2.4.0");

  /** An enum's own constants are not there yet when its values are made. */
  private static final class Names {
    static final String BC = "Bouncy Castle JSSE";
    static final String BC_FIPS = "Bouncy Castle FIPS JSSE";
    static final String BC_JSSE = "org.bouncycastle.jsse.provider.BouncyCastleJsseProvider";
    static final List<String> BC_CLASSES =
        List.of(BC_JSSE, "org.bouncycastle.jce.provider.BouncyCastleProvider");
    static final List<String> BC_NAMES = List.of("BCJSSE", "BC");
    static final List<String> BC_FIPS_CLASSES =
        List.of(
            BC_JSSE + " fips:BCFIPS", "org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider");
    static final List<String> CONSCRYPT_CLASSES = List.of("org.conscrypt.OpenSSLProvider");
  }

  public final String engine;
  public final String jsseName;
  final Library library;
  public final List<String> classes;

  /**
   * As its users have to start it: servers of Conscrypt read addresses by reflection, and the JDK's
   * key managers of 26 and newer give no key to a connection that they do not know.
   */
  public ChildJvm in(Jdk jdk, ChildJvm child) {
    child.library(onClassPath());
    if (this == BOUNCY_CASTLE_MODULE) {
      child.with("-p", library.classPath());
      child.with("--add-modules=org.bouncycastle.tls,org.bouncycastle.provider");
    }
    return engine.equals("Conscrypt") && jdk.feature() > 8
        ? child.with(
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "-Djdk.tls.SunX509KeyManager.certChecking=false")
        : child;
  }

  /** A file of security properties that puts it first. */
  Path security(Path folder, Jdk jdk) throws Exception {
    String keyManagers = engine.equals("Conscrypt") ? "SunX509" : "PKIX";
    return SecurityFile.in(folder, jdk, classes, keyManagers);
  }

  public Library onClassPath() {
    return this == BOUNCY_CASTLE_MODULE ? Library.of() : library;
  }

  Provider(String engine, String jsseName, List<String> classes, String... coordinates) {
    this.engine = engine;
    this.jsseName = jsseName;
    this.library = Library.of(coordinates);
    this.classes = classes;
  }
}
