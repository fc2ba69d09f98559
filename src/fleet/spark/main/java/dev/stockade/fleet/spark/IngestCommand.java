package dev.stockade.fleet.spark;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.fleet.dims.DimensionOptions;
import dev.stockade.fleet.lake.Table;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest}. */
@Command(
    name = "ingest",
    description = {
      "Reads journals into a lake as stockade-fleet.jar's ingest does, on the executors.",
      "A journal with its parts is one task, all that is new is one batch."
    },
    footer = {
      "",
      "Example:",
      "  spark-submit --class dev.stockade.fleet.SparkFleet stockade-fleet-spark.jar \\",
      "    ingest s3a://logs/journals --lake s3a://bucket/lake"
    })
final class IngestCommand extends StockadeCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "Journals, folders with journals in and below them, or patterns of Hadoop's.")
  private List<String> sources;

  @Option(
      names = "--lake",
      required = true,
      paramLabel = "PLACE",
      description = "A folder, s3a://bucket/prefix, or what else Hadoop writes.")
  private String lake;

  @Option(
      names = "--host-from-path",
      paramLabel = "N",
      description = "The name of the host is that of the Nth folder above the file.")
  private int hostLevels;

  @Mixin private DimensionOptions dimensions;

  @Option(names = "--dry-run", description = "Only reads, and tells what it would do.")
  private boolean isDry;

  IngestCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (hostLevels < 0) {
      throw CommandFailure.usage("--host-from-path " + hostLevels + ": not a number from 1");
    }
    Map<Table, List<Object[]>> tables = dimensions.tables();
    SparkSession session = Session.open();
    Configuration configuration = session.sparkContext().hadoopConfiguration();
    List<Journal> journals = Journals.of(sources, configuration);
    LakeFolder folder = LakeFolder.of(lake, configuration);
    try {
      if (isDry) {
        return told(new IngestJob(session, folder, hostLevels).count(journals), journals);
      }
      return told(locked(session, folder, journals, tables), journals);
    } catch (IOException e) {
      throw CommandFailure.failed(lake + ": " + FileProblems.sentence(e));
    }
  }

  private IngestJob.Result locked(
      SparkSession session,
      LakeFolder folder,
      List<Journal> journals,
      Map<Table, List<Object[]>> tables)
      throws IOException {
    FolderLock lock = FolderLock.of(folder);
    try {
      IngestJob.Result result = new IngestJob(session, folder, hostLevels).run(journals);
      for (Map.Entry<Table, List<Object[]>> one : tables.entrySet()) {
        DimensionFile.write(session, folder, one.getKey(), one.getValue());
      }
      return result;
    } finally {
      lock.close();
    }
  }

  private int told(IngestJob.Result result, List<Journal> journals) {
    IngestCounts counts = result.counts();
    List<String> problems =
        result.notes().stream().map(SourceNote::problem).filter(Objects::nonNull).toList();
    problems.forEach(this::remark);
    int files = journals.stream().mapToInt(journal -> journal.parts().size()).sum();
    long read = result.notes().stream().filter(SourceNote::isNew).count();
    if (isDry) {
      say(
          String.format(
              "would read %d lines that are new, of %d of %d files", counts.read(), read, files));
      say("would keep " + counts.aside() + " aside");
    } else if (counts.read() == 0) {
      say("nothing new in " + files + " files");
    } else {
      say(
          String.format(
              "read %d = stored %d + repeated %d + aside %d, of %d of %d files",
              counts.read(), counts.stored(), counts.repeated(), counts.aside(), read, files));
    }
    boolean addsUp = isDry || counts.addUp();
    if (!addsUp) {
      say("that does not add up: please report it");
    }
    boolean isWell = addsUp && problems.isEmpty();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("ok", isWell);
    told.put("dryRun", isDry);
    told.put("files", files);
    told.put("filesRead", read);
    told.put("filesUnread", problems);
    told.put("unfinished", result.notes().stream().filter(SourceNote::isUnfinished).count());
    told.putAll(counts.map());
    json(told);
    return isWell ? ExitCode.OK : ExitCode.FAILED;
  }
}
