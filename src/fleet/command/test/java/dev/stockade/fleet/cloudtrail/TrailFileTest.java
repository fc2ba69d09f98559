package dev.stockade.fleet.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.storage.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrailFileTest {
  private static final String FOLDER =
      "AWSLogs/o-abc/111122223333/CloudTrail/eu-west-1/2026/11/23/";

  private static TrailFile file(String time, String tail) {
    return TrailFile.of(stored(FOLDER + name(time, tail))).orElseThrow();
  }

  private static StoredFile stored(String key) {
    return new StoredFile(key, 1, Instant.EPOCH);
  }

  private static String name(String time, String tail) {
    return "111122223333_CloudTrail_eu-west-1_20261123T" + time + "Z_" + tail + ".json.gz";
  }

  @Test
  void onlyLogFilesAreTaken() {
    assertThat(TrailFile.of(stored(name("1845", "TTTTTTTT12345678"))))
        .hasValueSatisfying(file -> assertThat(file.minute()).isEqualTo(18 * 60 + 45));
    for (String other :
        List.of(
            "AWSLogs/1/CloudTrail-Digest/x/111122223333_CloudTrail-Digest_eu-west-1_a_b.json.gz",
            "111122223333_CloudTrail-Insight_eu-west-1_20261123T1845Z_aaaaaaaaaaaaaaaa.json.gz",
            FOLDER,
            FOLDER + "notes.txt")) {
      assertThat(TrailFile.of(stored(other))).as(other).isEmpty();
    }
  }

  @Test
  void aSecondRunGoesOnHalfAnHourBeforeTheLastFile() {
    Checkpoints first = new Checkpoints("s3://trail/x", Catalog.of(List.of()));
    assertThat(first.isRead(file("0000", "a"))).isFalse();
    first.read(file("0005", "b"));
    first.read(file("1845", "T"));
    first.read(file("1840", "c"));
    Manifest manifest =
        new Manifest("1", "cloudtrail", List.of(), first.changes(), Map.of(), List.of());
    assertThat(first.changes()).isEmpty();

    Catalog catalog = Catalog.of(List.of(Manifest.of(manifest.json())));
    Checkpoints second = new Checkpoints("s3://trail/x", catalog);
    assertThat(second.isRead(file("0005", "b"))).isTrue();
    assertThat(second.isRead(file("1814", "z"))).isTrue();
    assertThat(second.isRead(file("1815", "a"))).isFalse();
    assertThat(second.isRead(file("1845", "T"))).isFalse();
    assertThat(second.isRead(file("1850", "a"))).isFalse();
    Checkpoints other = new Checkpoints("s3://trail/y", catalog);
    assertThat(other.isRead(file("0005", "b"))).isFalse();
  }
}
