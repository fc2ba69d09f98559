package dev.stockade.e2e.tls;

import dev.stockade.e2e.http.RelocatedLibrary;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Library;
import dev.stockade.e2e.kit.SecurityFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A TLS engine as the documents' tables name it.
 *
 * @param program what the names of its programs in test-apps begin with
 * @param setting makes a child use it
 */
record DocumentedEngine(String name, String program, Setting setting) {
  /** What a child needs besides. */
  interface Setting {
    ChildJvm of(ChildJvm child) throws Exception;
  }

  /**
   * Each engine, in the order of the tables.
   *
   * @param folder takes files of security properties
   * @param plain what is set where the JDK's own security properties hold
   */
  static List<DocumentedEngine> all(Jdk jdk, Path folder, UnaryOperator<ChildJvm> plain)
      throws Exception {
    String netty = NettyLibrary.NETTY_4_2.classPath();
    List<DocumentedEngine> all = new ArrayList<>();
    all.add(new DocumentedEngine("SunJSSE", "Socket", plain::apply));
    all.add(
        new DocumentedEngine(
            "Netty OpenSSL", "Netty", child -> plain.apply(child.classPath(netty))));
    for (Provider each :
        List.of(Provider.CONSCRYPT, Provider.BOUNCY_CASTLE, Provider.BOUNCY_CASTLE_FIPS)) {
      Path security = each.security(folder, jdk);
      Setting setting = child -> each.in(jdk, child).with("-Djava.security.properties=" + security);
      all.add(new DocumentedEngine(each.engine, "Socket", setting));
    }
    String other = RelocatedLibrary.classPath(Library.of("org.bouncycastle:bctls-jdk18on:1.83"));
    Path providers = SecurityFile.in(folder, jdk, OtherProvidersTest.PROVIDERS, "PKIX");
    Setting setting =
        child -> child.classPath(other).with("-Djava.security.properties=" + providers);
    all.add(new DocumentedEngine("Any other provider", "Socket", setting));
    return all;
  }
}
