package dev.stockade.fleet.report;

import dev.stockade.cli.command.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Lines of a journal of the last days, as agents write them. */
final class Records {
  static final String PASS = "\"verdict\":\"pass\",\"action\":\"allowed\",";
  static final String WEAK =
      "\"verdict\":\"violation\",\"action\":\"would-block\",\"rules\":[\"tls.min-version\"],"
          + "\"rule\":\"tls.min-version\",\"reason\":\"server chose TLSv1.1\",";

  private final List<String> lines = new ArrayList<>();

  /** Twelve days ago, so that all is within the days that a report is about. */
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(12)).plusMillis(123);

  private String service = "orders";
  private String instance = "host-1";
  private int seq;

  Records of(String service, String instance) {
    this.service = service;
    this.instance = instance;
    return this;
  }

  /** The day of the first hour, as the lake has it. */
  String day(int hours) {
    return start.plusSeconds(hours * 3600L).toString().substring(0, 10);
  }

  Records handshake(String host, String judged, String version, int count, int hours) {
    return record(
        "tls.handshake",
        hours,
        judged
            + "\"direction\":\"out\",\"peer\":{\"host\":"
            + JsonText.of(host)
            + ",\"ip\":\"10.0.0.7\",\"port\":443},\"tls\":{\"version\":\""
            + version
            + "\",\"cipher\":\"TLS_AES_256_GCM_SHA384\",\"group\":\"x25519\",\"provider\":\"SunJSSE\","
            + "\"engine\":\"SSLSocket\"},\"code\":{\"class\":\"com.acme.Dao\",\"method\":\"load\","
            + "\"jar\":\"acme-dao.jar\"},\"count\":"
            + count
            + ",");
  }

  /** Passes every day, more than a thousand times in all. */
  Records week(String host) {
    for (int hours = 0; hours <= 8 * 24; hours += 24) {
      handshake(host, PASS, "TLSv1.3", 120, hours);
    }
    return this;
  }

  Records record(String kind, int hours, String members) {
    seq++;
    lines.add(
        "{\"time\":\""
            + start.plusSeconds(hours * 3600L)
            + "\",\"kind\":\""
            + kind
            + "\",\"mode\":\"audit\","
            + members
            + "\"policy\":{\"profile\":\"aws-outposts\",\"digest\":\"d-1\"},\"service\":"
            + JsonText.of(service)
            + ",\"instance\":"
            + JsonText.of(instance)
            + ",\"pid\":7,\"process\":"
            + JsonText.of("p-" + service + "-" + instance)
            + ",\"seq\":"
            + seq
            + ",\"stockade\":\"0.1.0\"}");
    return this;
  }

  Records line(String text) {
    lines.add(text);
    return this;
  }

  Path write(Path folder) throws IOException {
    return Files.write(folder.resolve("j.ndjson"), lines);
  }
}
