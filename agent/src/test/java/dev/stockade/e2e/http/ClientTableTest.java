package dev.stockade.e2e.http;

import dev.stockade.e2e.kit.DocumentedTable;
import dev.stockade.e2e.kit.Jdk;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares docs/aws.md with the HTTP clients and the versions that the tests of this room run. */
class ClientTableTest {
  @Test
  void theDocumentNamesEachClientWithItsVersions() throws IOException {
    DocumentedTable table =
        new DocumentedTable(
            "client", "`http.client`", "versions", "over HTTP/2", "the newest on JDK");
    for (JdkClient it : JdkClient.values()) {
      table.row(it.title, code(it.client), "the JDK's own", it.http2, releases(it.oldestJdk));
    }
    for (ClientProgram it : ClientProgram.values()) {
      table.row(
          it.title(),
          code(it.client),
          String.join(", ", it.versions()),
          http2(it),
          releases(it.oldestJdk()));
    }
    table.assertIn("aws.md", "HTTP clients");
  }

  private static String http2(ClientProgram it) {
    List<String> versions = it.http2Versions();
    if (versions.isEmpty()) {
      return "";
    }
    return versions.equals(it.versions()) ? "all" : "from " + versions.get(0);
  }

  private static String releases(int oldest) {
    return Jdk.RELEASES.stream()
        .filter(release -> release >= oldest)
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
