package dev.stockade.e2e.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file for {@code -Djava.security.properties} that puts other providers first. */
public final class SecurityFile {
  /** What the JDK needs for everything but TLS. */
  private static final List<String> REST =
      List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");

  /** The same of a JDK 8, which knows providers by their classes. */
  private static final List<String> REST_OF_8 =
      List.of(
          "sun.security.provider.Sun",
          "sun.security.rsa.SunRsaSign",
          "sun.security.ec.SunEC",
          "com.sun.net.ssl.internal.ssl.Provider",
          "com.sun.crypto.provider.SunJCE");

  private SecurityFile() {}

  /**
   * Old protocols are on as in {@link Keys#legacySecurity}.
   *
   * @param keyManagers the algorithm whose key managers the first provider understands
   */
  public static Path in(Path folder, Jdk jdk, List<String> providers, String keyManagers)
      throws Exception {
    StringBuilder text = new StringBuilder(Files.readString(Keys.legacySecurity()));
    text.append("ssl.KeyManagerFactory.algorithm=").append(keyManagers).append('\n');
    List<String> all = new ArrayList<>(providers);
    all.addAll(jdk.feature() == 8 ? REST_OF_8 : REST);
    for (int i = 0; i < all.size(); i++) {
      text.append("security.provider." + (i + 1) + "=" + all.get(i) + "\n");
    }
    return Files.writeString(Files.createTempFile(folder, "providers", ".security"), text);
  }
}
