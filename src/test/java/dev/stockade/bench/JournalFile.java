package dev.stockade.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.base.IsoTime;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A journal of a week of many services, as the writer folds it: what is the same is one record a
 * minute. Always the same for the same number of records.
 */
final class JournalFile {
  private static final int SERVICES = 100;
  private static final int DESTINATIONS = 2_000;
  private static final long START = Instant.parse("2026-11-23T00:00:00Z").toEpochMilli();
  private static final String POLICY =
      "\"policy\":{\"profile\":\"aws-outposts\",\"digest\":\"sha256:544813d819446c92e708103bbf74fea7a"
          + "cc8a889f00ea0a19d548729d1dea43f\"},";

  private JournalFile() {}

  static Path write(Path file, int records) throws IOException {
    Random random = new Random(7);
    List<String[]> facts = new ArrayList<>();
    for (int i = 0; i < DESTINATIONS; i++) {
      facts.add(fact(i, random));
    }
    int minutes = records / DESTINATIONS;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int i = 0; i < SERVICES; i++) {
        String line =
            "{\"time\":\""
                + IsoTime.of(START)
                + "\",\"kind\":\"lifecycle\",\"seq\":1,\"mode\":\"audit\","
                + "\"reason\":\"started\","
                + POLICY
                + process(i)
                + "}\n";
        out.write(line.getBytes(UTF_8));
      }
      for (int n = 0; n < records; n++) {
        String[] fact = facts.get(n % DESTINATIONS);
        long time =
            START + n / DESTINATIONS * (7 * 86_400_000L / Math.max(1, minutes)) + n % 59_000;
        String line =
            "{\"time\":\""
                + IsoTime.of(time + 60_000)
                + fact[0]
                + (n / SERVICES + 2)
                + fact[1]
                + "\"count\":"
                + (1 + random.nextInt(200))
                + ",\"first\":\""
                + IsoTime.of(time)
                + "\",\"last\":\""
                + IsoTime.of(time + 59_000)
                + "\"}\n";
        out.write(line.getBytes(UTF_8));
      }
    }
    return file;
  }

  /** What stands before and behind the number of a record. */
  private static String[] fact(int i, Random random) {
    String head =
        "\",\"kind\":\"" + (i % 10 == 0 ? "aws.request" : "tls.handshake") + "\",\"seq\":";
    String host = "service-" + i + ".internal.example.com";
    String body =
        i % 10 == 0
            ? "\"verdict\":\"pass\",\"action\":\"allowed\",\"aws\":{\"partition\":\"aws\",\"service\":\"dynamodb\","
                + "\"region\":\"eu-west-1\",\"operation\":\"GetItem"
                + i
                + "\",\"credential\":\"temporary\","
                + "\"accessKey\":\"\u20260001\",\"signature\":\"valid\"},\"http\":{\"client\":\"apache5\","
                + "\"method\":\"POST\",\"host\":\"dynamodb.eu-west-1.amazonaws.com\"},"
                + "\"code\":{\"class\":\"com.acme.orders.persistence.Repository\",\"method\":\"load\","
                + "\"jar\":\"orders-persistence-1.4.7.jar\"},"
            : tls(i, host, random);
    return new String[] {head, ",\"mode\":\"audit\"," + body + POLICY + process(i) + ","};
  }

  private static String tls(int i, String host, Random random) {
    boolean weak = i % 50 == 1;
    String version = weak ? "TLSv1.1" : random.nextInt(3) == 0 ? "TLSv1.2" : "TLSv1.3";
    String suite =
        weak
            ? "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"
            : version.equals("TLSv1.3")
                ? "TLS_AES_256_GCM_SHA384"
                : "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";
    String verdict =
        weak
            ? "\"verdict\":\"violation\",\"action\":\"would-block\",\"rules\":[\"tls.min-version\"],"
                + "\"rule\":\"tls.min-version\",\"reason\":\"server chose TLSv1.1, profile aws-outposts"
                + " needs TLSv1.2 or newer\",\"findings\":[{\"rule\":\"tls.min-version\",\"reason\":\"server"
                + " chose TLSv1.1, profile aws-outposts needs TLSv1.2 or newer\"}],"
            : "\"verdict\":\"pass\",\"action\":\"would-harden\",\"rules\":[\"tls.forward-secrecy\"],"
                + "\"reason\":\"the offer holds 6 cipher suites without forward secrecy\",";
    return verdict
        + "\"direction\":\"out\",\"peer\":{\"host\":\""
        + host
        + "\",\"ip\":\"10.0."
        + i % 250
        + ".7\","
        + "\"port\":443,\"sni\":\""
        + host
        + "\"},\"tls\":{\"version\":\""
        + version
        + "\",\"cipher\":\""
        + suite
        + "\",\"group\":\""
        + (i % 7 == 0 ? "X25519MLKEM768" : "x25519")
        + "\",\"resumed\":false,\"alpn\":\"h2\",\"provider\":\"SunJSSE\",\"engine\":\"SSLEngine\"},"
        + "\"code\":{\"class\":\"com.acme.orders.Client"
        + i % 40
        + "\",\"method\":\"call\",\"jar\":\"orders-client-1.4.7.jar\"},";
  }

  private static String process(int i) {
    int service = i % SERVICES;
    return "\"service\":\"service-"
        + service
        + "\",\"instance\":\"host-"
        + service % 10
        + "\",\"pid\":"
        + (4000 + service)
        + ",\"process\":\"4c48a79000ea88"
        + (10 + service)
        + "\",\"stockade\":\"0.1.0\"";
  }
}
