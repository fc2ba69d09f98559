package dev.stockade.fleet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is named by what was created last is on the disk before. */
class PowerCutTest {
  @TempDir private Path folder;
  private final List<String> forced = new ArrayList<>();

  @Test
  void filesThenFoldersThenTheFileThatNamesThem() throws Exception {
    LocalStorage lake = new LocalStorage(folder.resolve("lake"), this::note);
    lake.take("events/day=1/part", file("rows"));
    lake.take("events/day=1/part-2", file("more"));
    assertThat(forced).containsExactly("rows", "more");

    forced.clear();
    assertThat(lake.create("_manifest/1.json", file("manifest"))).isTrue();

    List<String> unseen = forced.stream().filter(one -> one.endsWith("unseen")).toList();
    assertThat(unseen.get(0)).startsWith("lake/_manifest/1.json.").contains(".part");
    assertThat(unseen)
        .contains(" unseen", "lake unseen", "lake/events unseen", "lake/events/day=1 unseen");
    assertThat(forced.get(forced.size() - 1)).isEqualTo("lake/_manifest seen");
    assertThat(forced).hasSize(unseen.size() + 1);

    forced.clear();
    lake.create("_manifest/2.json", file("manifest"));
    assertThat(forced).as("nothing is forced twice").hasSize(2);
  }

  @Test
  void whatCannotBeForcedIsNotNamed() throws Exception {
    LocalStorage lake =
        new LocalStorage(
            folder.resolve("lake"),
            path -> {
              if (Files.isDirectory(path)) {
                throw new IOException("Input/output error");
              }
            });
    lake.take("part", file("rows"));

    assertThatThrownBy(() -> lake.create("_manifest/1.json", file("manifest")))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("Input/output error");
    assertThat(folder.resolve("lake/_manifest/1.json")).doesNotExist();
    try (Stream<Path> left = Files.list(folder.resolve("lake/_manifest"))) {
      assertThat(left).isEmpty();
    }
  }

  /** With whether the manifest was there already. */
  private void note(Path path) {
    boolean isNamed = Files.exists(folder.resolve("lake/_manifest/1.json"));
    boolean isInLake = Files.exists(folder.resolve("lake")) && !path.getParent().equals(folder);
    String name = folder.relativize(path).toString();
    forced.add(isInLake || Files.isDirectory(path) ? name + (isNamed ? " seen" : " unseen") : name);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve(text), text);
  }
}
