package dev.stockade.e2e.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server accepts according to {@code openssl s_client}, one handshake for each answer. */
public final class OpensslJudge {
  /** JSSE's names and the options that limit openssl to the version. */
  public static final Map<String, String> VERSIONS =
      Map.of("TLSv1", "-tls1", "TLSv1.1", "-tls1_1", "TLSv1.2", "-tls1_2", "TLSv1.3", "-tls1_3");

  /** IANA's names and openssl's; those of TLS 1.3 that version 3.0 has. */
  public static final Map<String, String> GROUPS =
      Map.of(
          "x25519", "X25519",
          "x448", "X448",
          "secp256r1", "P-256",
          "secp384r1", "P-384",
          "secp521r1", "P-521",
          "ffdhe2048", "ffdhe2048",
          "ffdhe3072", "ffdhe3072",
          "ffdhe4096", "ffdhe4096");

  private static final String EVERYTHING = "ALL:COMPLEMENTOFALL";
  private static final Pattern CHOSEN = Pattern.compile("Cipher is (\\S+)");
  private static final List<String> TLS13 =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_128_CCM_SHA256",
          "TLS_AES_128_CCM_8_SHA256");

  /** IANA's names by openssl's. */
  private static final Map<String, String> NAMES = names();

  private OpensslJudge() {}

  /** By IANA's names: each time without those that were chosen before, until none is. */
  public static Set<String> suites(int port, String version)
      throws IOException, InterruptedException {
    Set<String> chosen = new TreeSet<>();
    while (true) {
      List<String> limits = new ArrayList<>(List.of(VERSIONS.get(version)));
      if (version.equals("TLSv1.3")) {
        List<String> left = new ArrayList<>(TLS13);
        left.removeAll(chosen);
        if (left.isEmpty()) {
          return chosen;
        }
        limits.addAll(List.of("-ciphersuites", String.join(":", left)));
      } else {
        StringBuilder left = new StringBuilder(EVERYTHING);
        NAMES.forEach((openssl, iana) -> left.append(chosen.contains(iana) ? ":!" + openssl : ""));
        limits.addAll(List.of("-cipher", left + ":@SECLEVEL=0"));
      }
      String next = chosen(OpensslClient.shakeHands(port, limits));
      if (next == null) {
        return chosen;
      }
      chosen.add(NAMES.get(next));
    }
  }

  /** Whether a handshake of TLS 1.3 succeeds in which the client knows this group alone. */
  public static boolean accepts(int port, String group) throws IOException, InterruptedException {
    return chosen(OpensslClient.shakeHands(port, List.of("-tls1_3", "-groups", GROUPS.get(group))))
        != null;
  }

  private static String chosen(String printed) {
    Matcher chosen = CHOSEN.matcher(printed);
    return chosen.find() && !chosen.group(1).equals("(NONE)") ? chosen.group(1) : null;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    try {
      String all =
          Command.run(Path.of("."), "openssl ciphers -stdname " + EVERYTHING + ":@SECLEVEL=0");
      for (String line : all.lines().toList()) {
        String[] parts = line.trim().split("\\s+", -1);
        names.put(parts[2], parts[0]);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    TLS13.forEach(name -> names.put(name, name));
    return names;
  }
}
