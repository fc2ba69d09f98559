package dev.stockade.engine.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.base.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that an option names and that cannot be used. */
class ReachableTest {
  @TempDir Path folder;

  @Test
  void aPolicyFileMustBeThereAndAFile() throws Exception {
    Path file = Files.createFile(folder.resolve("p.yaml"));

    assertThat(Reachable.problem("policy", file.toString())).isNull();
    assertThat(Reachable.problem("policy", folder.resolve("none").toString()))
        .contains("there is no such file", "nothing was attached");
    assertThat(Reachable.problem("policy", folder.toString())).contains("it is a folder");
  }

  @Test
  void aJournalMayBeMadeWithItsFolders() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(Reachable.problem("journal", "none")).isNull();
    assertThat(Reachable.problem("journal", "stderr")).isNull();
    assertThat(Reachable.problem("journal", folder.resolve("a/b/c-%p").toString())).isNull();
    assertThat(Reachable.problem("journal", folder.toString())).contains("it is a folder");
    assertThat(Reachable.problem("journal", file.resolve("j").toString())).contains("is no folder");
  }

  @Test
  void aKillFileIsNotThereButItsFolderIs() {
    assertThat(Reachable.problem("kill-file", folder.resolve("off").toString())).isNull();
    assertThat(Reachable.problem("kill-file", folder.toString())).contains("it is a folder");
    assertThat(Reachable.problem("kill-file", folder.resolve("a/off").toString()))
        .contains("there is no folder");
    assertThat(Reachable.problem("log", "info")).isNull();
  }

  @Test
  void versionsAreComparedByTheirNumbers() {
    assertThat(Versions.isOlder("0.1.0", "0.2.0")).isTrue();
    assertThat(Versions.isOlder("0.10.0", "0.9.9")).isFalse();
    assertThat(Versions.isOlder("0.1.0", "0.1.0")).isFalse();
    assertThat(Versions.isOlder("unknown", "0.1.0")).isFalse();
    assertThat(Versions.isOlder("0.1.0", null)).isFalse();
  }

  @Test
  void wordsOfTheCommandLineAreNoOptions() {
    Words words =
        Words.of("attach.id=7,mode=audit,attach.kept.journal=/j,attach.reset=true,log=info");

    assertThat(words.rest()).isEqualTo("mode=audit,log=info");
    assertThat(words.options()).containsOnlyKeys("mode", "log");
    assertThat(words.kept()).containsEntry("journal", "/j");
    assertThat(words.isReset()).isTrue();
    assertThat(words.isDowngrade()).isFalse();
    assertThat(Words.of(null).rest()).isEmpty();
  }
}
