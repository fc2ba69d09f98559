package dev.stockade.fleet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.fleet.kit.S3Server;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder and a bucket do the same. */
class StorageTest {
  private static S3Server server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "s3"})
  void listsKeysInOrderOfTheirBytesFromAnywhere(String form) throws Exception {
    try (Storage storage = storage(form, "list")) {
      for (String key : List.of("a/2", "a/1", "a-b", "b/ü", "b/z", "a/c/d", "é")) {
        storage.write(key, file(key));
      }

      assertThat(keys(storage, "", null))
          .containsExactly("a-b", "a/1", "a/2", "a/c/d", "b/z", "b/ü", "é");
      assertThat(keys(storage, "a", "a/1")).containsExactly("a/2", "a/c/d");
      assertThat(keys(storage, "a/c", null)).containsExactly("a/c/d");
      assertThat(keys(storage, "", "b/")).containsExactly("b/z", "b/ü", "é");
      assertThat(keys(storage, "none", null)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "s3"})
  void readsFromAnOffset(String form) throws Exception {
    try (Storage storage = storage(form, "read")) {
      storage.write("folder/file", file("0123456789"));

      assertThat(text(storage, "folder/file", 0)).isEqualTo("0123456789");
      assertThat(text(storage, "folder/file", 7)).isEqualTo("789");
      assertThat(text(storage, "folder/file", 10)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "s3"})
  void createsOnlyWhereThereIsNothing(String form) throws Exception {
    try (Storage storage = storage(form, "create")) {
      assertThat(storage.create("_manifest/1", file("first"))).isTrue();
      assertThat(storage.create("_manifest/1", file("second"))).isFalse();
      assertThat(text(storage, "_manifest/1", 0)).isEqualTo("first");

      storage.write("_manifest/1", file("third"));
      assertThat(text(storage, "_manifest/1", 0)).isEqualTo("third");
      assertThat(keys(storage, "", null)).containsExactly("_manifest/1");

      storage.delete("_manifest/1");
      storage.delete("_manifest/1");
      assertThat(keys(storage, "", null)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "s3"})
  void saysWhatIsNotThere(String form) throws Exception {
    try (Storage storage = storage(form, "none")) {
      assertThatThrownBy(() -> text(storage, "no/file", 0))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("no/file")
          .hasMessageContaining("there is no such");
    }
  }

  @Test
  void listsManyPages() throws Exception {
    Path pages = Files.createDirectories(server.bucket().resolve("pages"));
    try (Storage storage = storage("s3", "pages")) {
      for (int i = 0; i < 1_005; i++) {
        Files.createFile(pages.resolve("k%04d".formatted(i)));
      }

      assertThat(keys(storage, "", null)).hasSize(1_005).isSorted();
    }
  }

  private Storage storage(String form, String name) {
    return Storages.of(
        form.equals("s3") ? "s3://" + S3Server.BUCKET + "/" + name : folder + "/" + name);
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("content"), text);
  }

  private static List<String> keys(Storage storage, String prefix, String after) {
    try (Stream<StoredFile> files = storage.list(prefix, after)) {
      return files.map(StoredFile::key).toList();
    }
  }

  private static String text(Storage storage, String key, long offset) throws Exception {
    try (InputStream in = storage.open(key, offset)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
