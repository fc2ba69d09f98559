package dev.stockade.e2e.aws;

import dev.stockade.e2e.kit.DocumentedTable;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares docs/aws.md with the AWS SDKs and transports that the tests of this room run. */
class AwsSdkTableTest {
  @Test
  void theDocumentNamesEachSdkWithItsTransports() throws IOException {
    DocumentedTable table =
        new DocumentedTable(
            "AWS SDK for Java", "transports", "of these on every JDK", "`aws.service`");
    List<String> versions = AwsSdk.all().stream().map(AwsSdk::version).distinct().toList();
    for (String version : versions) {
      List<AwsSdk> sdks =
          AwsSdk.all().stream().filter(sdk -> sdk.version().equals(version)).toList();
      table.row(
          version,
          transports(sdks, sdk -> true),
          transports(sdks, AwsSdk.onEveryJdk()::contains),
          sdks.get(0).services().stream()
              .map(service -> "`" + service + "`")
              .collect(Collectors.joining(", ")));
    }
    table.assertIn("aws.md", "AWS SDKs");
  }

  private static String transports(List<AwsSdk> sdks, Predicate<AwsSdk> which) {
    return sdks.stream()
        .filter(which)
        .map(AwsSdk::transportTitle)
        .collect(Collectors.joining(", "));
  }
}
