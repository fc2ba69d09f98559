package dev.stockade.fleet.duckdb;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.fleet.lake.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeStoreTest {
  @TempDir Path folder;

  @Test
  void itsOwnManifestWhoseAnswerWasLostIsNotSomebodyElses() {
    try (LakeStore store = LakeStore.of(folder.toString())) {
      store.commit(manifest(1));
      assertThatCode(() -> store.commit(manifest(1))).doesNotThrowAnyException();
      assertThatThrownBy(() -> store.commit(manifest(2)))
          .hasMessageContaining("somebody else has written to this lake meanwhile");
    }
  }

  private static Manifest manifest(long read) {
    return new Manifest(
        "0000000001-a", "ingest", List.of(), List.of(), Map.of("read", read), List.of());
  }
}
