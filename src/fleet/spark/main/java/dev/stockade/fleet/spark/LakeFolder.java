package dev.stockade.fleet.spark;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.storage.Disk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** Where a lake lies, for the driver: a folder of any of Hadoop's file systems. */
final class LakeFolder {
  private static final String IF_NONE =
      Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

  private final Path top;
  private final FileSystem files;

  /** Folders with names that a power cut might still take. */
  private final Set<Path> unsettled = new HashSet<>();

  private LakeFolder(Path top, FileSystem files) {
    this.top = top;
    this.files = files;
  }

  /**
   * @param place a folder, {@code s3a://bucket/prefix}, {@code hdfs://...}
   * @throws CommandFailure when no file system takes it
   */
  static LakeFolder of(String place, Configuration configuration) {
    try {
      Path path = new Path(place);
      FileSystem files = path.getFileSystem(configuration);
      return new LakeFolder(path.makeQualified(files.getUri(), files.getWorkingDirectory()), files);
    } catch (IOException | IllegalArgumentException e) {
      throw CommandFailure.usage(place + ": " + FileProblems.sentence(e));
    }
  }

  Path path(String key) {
    return new Path(top, key);
  }

  FileSystem files() {
    return files;
  }

  /**
   * What the manifests say.
   *
   * @throws CommandFailure when it is no lake
   */
  Catalog catalog() {
    try {
      return Catalog.of(manifests());
    } catch (FileNotFoundException e) {
      throw CommandFailure.usage(top + ": no lake: it has no " + LakeNames.MANIFESTS);
    } catch (IOException e) {
      throw CommandFailure.failed(top + ": " + FileProblems.sentence(e));
    }
  }

  /** As {@link #catalog}, and empty where there is no lake yet. */
  Catalog catalogOrEmpty() throws IOException {
    return files.exists(path(LakeNames.MANIFESTS)) ? catalog() : Catalog.of(List.of());
  }

  private List<Manifest> manifests() throws IOException {
    FileStatus[] listed = files.listStatus(path(LakeNames.MANIFESTS));
    Arrays.sort(listed, Comparator.comparing(status -> status.getPath().getName()));
    List<Manifest> manifests = new ArrayList<>();
    for (FileStatus status : listed) {
      if (status.getPath().getName().endsWith(".json")) {
        manifests.add(manifest(status.getPath()));
      }
    }
    return manifests;
  }

  private Manifest manifest(Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return Manifest.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(path + ": " + e.getMessage());
    }
  }

  /**
   * Writes a file as a whole.
   *
   * @throws CommandFailure when there is one of that name, which somebody else wrote
   */
  void create(String key, String text) throws IOException {
    Path to = path(key);
    if (files.hasPathCapability(to, IF_NONE)) {
      createIfNone(to, text);
      return;
    }
    if (files.exists(to)) {
      throw writtenMeanwhile();
    }
    Path temporary = path(LakeNames.TEMPORARY + key.replace('/', '-'));
    try (OutputStream out = files.create(temporary, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    settle();
    move(temporary, key);
    settle();
  }

  /** An object store sees to it, when the file is closed, that of two writers one is refused. */
  private void createIfNone(Path to, String text) throws IOException {
    FSDataOutputStreamBuilder<?, ?> file = files.createFile(to);
    file.overwrite(true);
    file.recursive();
    file.must(IF_NONE, true);
    try (OutputStream out = file.build()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      if (files.exists(to)) {
        throw writtenMeanwhile();
      }
      throw e;
    }
  }

  private CommandFailure writtenMeanwhile() {
    return CommandFailure.failed(
        top + ": somebody else has written to this lake meanwhile: run it again");
  }

  /**
   * Gives a finished file its name in the lake. On this machine's disk a power cut may take it
   * until the next {@link #create} returns.
   */
  void move(Path from, String key) throws IOException {
    Path to = path(key);
    files.mkdirs(to.getParent());
    force(from);
    if (!files.rename(from, to)) {
      throw new IOException(to + " could not be given its name");
    }
    for (Path folder = to.getParent(); folder.depth() >= top.depth(); folder = folder.getParent()) {
      unsettled.add(folder);
    }
  }

  /**
   * Puts a finished file in the place of another, which is seen until then. On this machine's disk
   * without Hadoop's checksum, which would stay when stockade-fleet.jar writes the file anew.
   */
  void replace(Path from, String key) throws IOException {
    Path to = path(key);
    files.mkdirs(to.getParent());
    force(from);
    if (isHere(to)) {
      Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
    } else {
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(from, to, Options.Rename.OVERWRITE);
    }
    force(to.getParent());
  }

  private void settle() throws IOException {
    for (Path folder : unsettled) {
      force(folder);
    }
    unsettled.clear();
  }

  /** Other file systems see to it themselves when a file is closed. */
  private static void force(Path path) throws IOException {
    if (isHere(path)) {
      Disk.REAL.force(local(path));
    }
  }

  private static boolean isHere(Path path) {
    return path.toUri().getScheme().equals("file");
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
