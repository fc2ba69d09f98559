package dev.stockade.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.kit.FleetRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in no record: owners of services, and exceptions of policies. */
class DimensionsTest {
  @TempDir private Path folder;

  @Test
  void ownersAndExceptionsAreTables() throws Exception {
    Path journal =
        Files.writeString(folder.resolve("app.ndjson"), IngestCommandTest.violation(1) + "\n");
    Path lake = folder.resolve("lake");
    Path owners =
        Files.writeString(folder.resolve("services.csv"), "service,owner\norders,team-a\n");
    assertThat(FleetRun.of("ingest", journal, "--lake", lake, "--owners", owners).exitCode())
        .isZero();
    assertThat(IngestCommandTest.rows(lake, "SELECT * FROM services"))
        .containsExactly("orders team-a");
    Path policy =
        Files.writeString(
            folder.resolve("stockade.yaml"),
            """
            exceptions:
              - id: old-db
                match: {host: db.internal}
                allow: {min-version: TLSv1.1}
                owner: dba
                reason: its driver
                expires: 2026-12-31
            """);
    // Nothing new is read; the exceptions are taken all the same.
    assertThat(FleetRun.of("ingest", journal, "--lake", lake, "--policy", policy).err()).isEmpty();
    assertThat(IngestCommandTest.rows(lake, "SELECT id, owner, reason, expires FROM exceptions"))
        .containsExactly("old-db dba its driver 2026-12-31");
    Files.writeString(owners, "orders\n");
    assertThat(FleetRun.of("ingest", journal, "--lake", lake, "--owners", owners).err())
        .contains("services.csv:1: not SERVICE,OWNER");
  }
}
