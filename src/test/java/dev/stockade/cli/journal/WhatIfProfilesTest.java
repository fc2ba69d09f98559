package dev.stockade.cli.journal;

import static dev.stockade.cli.journal.SeenFacts.CBC;
import static dev.stockade.cli.journal.SeenFacts.GOOD;
import static dev.stockade.cli.journal.SeenFacts.journal;
import static dev.stockade.cli.journal.SeenFacts.json;
import static dev.stockade.cli.journal.SeenFacts.out;
import static dev.stockade.cli.journal.SeenFacts.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.stockade.cli.Cli;
import dev.stockade.policy.tls.Profiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code whatif --profiles}. */
class WhatIfProfilesTest {
  @TempDir private Path folder;

  @Test
  void eachProfileHasARowWithWhatItWouldBlock() throws Exception {
    Path file =
        journal(
            folder,
            out("old.internal", 443, "TLSv1.1", GOOD),
            out("cbc.internal", 443, "TLSv1.2", CBC),
            out("good.internal", 443, "TLSv1.2", GOOD));

    Cli cli = Cli.run("whatif", "--profiles", "all", file);

    assertThat(cli.exitCode()).describedAs(cli.err()).isZero();
    assertThat(cli.lines()).hasSize(Profiles.names().size() + 4);
    assertThat(blocked(file, "aws-outposts")).containsExactly(1, 1, 1);
    assertThat(blocked(file, "fips")).containsExactly(2, 2, 1);
    assertThat(blocked(file, "mozilla-modern-6.0")).containsExactly(3, 3, 1);
  }

  @Test
  void exceptionsOfAPolicyHoldAndItsOwnProfilesAreAmongThem() throws Exception {
    Path file = journal(folder, out("old.internal", 443, "TLSv1.1", GOOD));
    Path policy =
        write(
            folder,
            "p.yaml",
            """
            profiles: [{id: acme-2026, extends: fips, min-key-bits: 4096}]
            exceptions:
              - {id: old, match: {host: old.internal}, allow: {min-version: TLSv1.1}, owner: o,
                 reason: r, expires: 2099-01-01}
            """);

    Cli cli =
        Cli.run("whatif", "--profiles", "acme-2026,fips", "--policy", policy, file, "-o", "json");

    for (JsonElement row : json(cli).getAsJsonArray("profiles")) {
      assertThat(row.getAsJsonObject().getAsJsonObject("blocked").get("connections").getAsInt())
          .isZero();
    }
    assertThat(Cli.run("whatif", "--profiles", "all", "--policy", policy, file).out())
        .contains("acme-2026");
  }

  @Test
  void itSaysWhatItNeeds() throws Exception {
    Path file = journal(folder, out("good.internal", 443, "TLSv1.2", GOOD));

    assertThat(Cli.run("whatif", file).err()).startsWith("whatif needs --policy or --profiles");
    assertThat(Cli.run("whatif", "--profiles", "nits", file).err())
        .startsWith("--profiles: unknown profile 'nits'; did you mean 'nist'?");
    assertThat(Cli.run("whatif", "--profiles", "all", "--exit-code", file).exitCode()).isEqualTo(2);
  }

  private static int[] blocked(Path file, String profile) {
    JsonObject row =
        json(Cli.run("whatif", "--profiles", profile, file, "-o", "json"))
            .getAsJsonArray("profiles")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("blocked");
    return new int[] {
      row.get("connections").getAsInt(),
      row.get("destinations").getAsInt(),
      row.get("services").getAsInt()
    };
  }
}
