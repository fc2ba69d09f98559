package dev.stockade.fleet.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.kit.CommandRun;
import dev.stockade.fleet.kit.S3Server;
import dev.stockade.fleet.lake.Table;
import dev.stockade.fleet.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals and lake lie on S3, which Spark reaches by Hadoop's S3A. */
class S3aTest {
  private static final String[] DAYS = {"--from", "2026-11-01", "--to", "2026-11-30"};

  @TempDir private Path folder;

  @Test
  void bothMakeTheSameLakeOnS3AndKnowWhatTheOtherHasRead() throws Exception {
    Configuration hadoop = Sessions.local().sparkContext().hadoopConfiguration();
    try (S3Server server = new S3Server()) {
      server.hadoop().forEach(hadoop::set);
      upload(hadoop);

      CommandRun duckDb = Run.duckDb("ingest", on("s3", "in"), "--lake", on("s3", "a"));
      CommandRun spark = Run.spark("ingest", on("s3a", "in"), "--lake", on("s3a", "b"));
      assertThat(spark.err()).isEmpty();
      assertThat(spark.lines().get(0))
          .isEqualTo(duckDb.lines().get(0))
          .contains("repeated 3 + aside 9");
      for (Table table : Tables.all()) {
        assertThat(rows("b", table)).as(table.name()).isEqualTo(rows("a", table));
      }
      assertThat(Run.duckDb("verify", "--lake", on("s3", "b"), "--lines").out())
          .startsWith("whole: ");
      assertThat(asked("b", "question", "readiness"))
          .isEqualTo(asked("a", "question", "readiness"))
          .hasSizeGreaterThan(3);
      assertThat(asked("b", "report")).isEqualTo(asked("a", "report")).hasSizeGreaterThan(50);

      assertThat(ingest("a", "--owners", owners("team-a")).lines())
          .contains("nothing new in 9 files");
      assertThat(ingest("b", "--owners", owners("team-b")).err()).isEmpty();
      assertThat(ingest("b", "--owners", owners("team-c")).err()).isEmpty();
      assertThat(rows("b", Tables.named(Tables.SERVICES)))
          .hasSize(2)
          .last()
          .asString()
          .contains("team-c");
      assertThat(Run.duckDb("ingest", on("s3", "in"), "--lake", on("s3", "b")).lines())
          .contains("nothing new in 9 files");
    }
  }

  /** Whoever looks for a manifest before it writes its own sees none that comes in between. */
  public static final class LateS3a extends S3AFileSystem {
    private boolean hasWritten;

    @Override
    public boolean exists(org.apache.hadoop.fs.Path path) throws IOException {
      return hasWritten && super.exists(path);
    }

    @Override
    public FSDataOutputStreamBuilder<?, ?> createFile(org.apache.hadoop.fs.Path path) {
      hasWritten = true;
      return super.createFile(path);
    }
  }

  @Test
  void ofTwoThatWriteTheSameManifestAtOnceS3RefusesOne() throws Exception {
    Configuration hadoop = new Configuration(Sessions.local().sparkContext().hadoopConfiguration());
    try (S3Server server = new S3Server()) {
      server.hadoop().forEach(hadoop::set);
      hadoop.set("fs.s3a.impl.disable.cache", "true");
      LakeFolder.of(on("s3a", "c"), hadoop).create("_manifest/1.json", "one");
      hadoop.set("fs.s3a.impl", LateS3a.class.getName());
      LakeFolder late = LakeFolder.of(on("s3a", "c"), hadoop);
      assertThatThrownBy(() -> late.create("_manifest/1.json", "two"))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("somebody else has written to this lake meanwhile");
      assertThat(server.bucket().resolve("c/_manifest/1.json")).hasContent("one");
    }
  }

  /** As objects have it that were sent to S3, each has an ETag, which S3A wants to read them. */
  private void upload(Configuration hadoop) throws Exception {
    new TestJournals(folder.resolve("in")).write(3, 60);
    org.apache.hadoop.fs.Path to = new org.apache.hadoop.fs.Path(on("s3a", "in"));
    to.getFileSystem(hadoop)
        .copyFromLocalFile(new org.apache.hadoop.fs.Path(folder.resolve("in").toUri()), to);
  }

  private static CommandRun ingest(String lake, String... more) {
    return spark(more, "ingest", on("s3a", "in"), "--lake", on("s3a", lake));
  }

  private static CommandRun spark(String[] more, String... first) {
    List<String> words = new ArrayList<>(List.of(first));
    words.addAll(List.of(more));
    return Run.spark(words.toArray(String[]::new));
  }

  private String owners(String owner) throws Exception {
    return Files.writeString(folder.resolve("owners.csv"), "service,owner\ns0," + owner + "\n")
        .toString();
  }

  private static List<String> asked(String lake, String... what) {
    List<String> words = new ArrayList<>(List.of(what));
    words.addAll(List.of("--lake", on("s3a", lake)));
    CommandRun asked = spark(DAYS, words.toArray(String[]::new));
    assertThat(asked.err()).isEmpty();
    return asked.lines();
  }

  private static List<String> rows(String lake, Table table) {
    String all = "SELECT * FROM " + table.name() + " ORDER BY ALL";
    return Run.duckDb("sql", "--lake", on("s3", lake), "--format", "csv", all).lines();
  }

  private static String on(String scheme, String key) {
    return scheme + "://" + S3Server.BUCKET + "/" + key;
  }
}
