package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.fleet.lake.Catalog;
import dev.stockade.fleet.lake.LakeNames;
import dev.stockade.fleet.lake.Manifest;
import dev.stockade.fleet.storage.Storage;
import dev.stockade.fleet.storage.Storages;
import dev.stockade.fleet.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a lake, in a folder or on S3, and a folder on the local disk for work on them: below
 * the lake where that is local, else a temporary one.
 */
public final class LakeStore implements AutoCloseable {
  private final Storage storage;

  /** Null on S3. */
  private final Path folder;

  private final WorkFolder work;

  /** Null while this process does not write. */
  private LakeLock lock;

  private LakeStore(Storage storage, Path folder, WorkFolder work) {
    this.storage = storage;
    this.folder = folder;
    this.work = work;
  }

  /**
   * Asks for nothing yet.
   *
   * @param place a folder, or {@code s3://bucket/prefix}
   */
  public static LakeStore of(String place) {
    Storage storage = Storages.of(place);
    if (!Storages.isS3(place)) {
      Path folder = Path.of(place).toAbsolutePath().normalize();
      return new LakeStore(storage, folder, WorkFolder.below(folder));
    }
    return new LakeStore(storage, null, WorkFolder.temporary());
  }

  /** As it was asked for. */
  public String name() {
    return storage.name();
  }

  public Storage storage() {
    return storage;
  }

  /** Null where the lake is on S3. */
  public Path folder() {
    return folder;
  }

  /** On the local disk, for what is not finished. Made by who needs it. */
  public Path work() {
    return work.path();
  }

  /** The same, made. */
  public Path workFolder() {
    try {
      return Files.createDirectories(work());
    } catch (IOException e) {
      throw CommandFailure.failed(
          work() + ": no folder can be made there: " + DiskFailure.reason(e));
    }
  }

  /**
   * Keeps others from writing until this is closed.
   *
   * @throws CommandFailure when another writes already
   */
  public void lock() {
    lock = LakeLock.of(this);
  }

  /** For what DuckDB cannot hold in memory; see {@link WorkFolder#spill}. */
  public Path spill() {
    return work.spill();
  }

  /** What the manifests tell; nothing where there are none. */
  public Catalog catalog() {
    List<Manifest> all = new ArrayList<>();
    try (Stream<StoredFile> files = storage.list(LakeNames.MANIFESTS, null)) {
      files
          .map(StoredFile::key)
          .filter(key -> key.endsWith(".json"))
          .forEach(key -> all.add(manifest(key)));
    }
    return Catalog.of(all);
  }

  /**
   * What is in the lake.
   *
   * @throws CommandFailure when there is no lake
   */
  public Catalog requireLake() {
    Catalog catalog = catalog();
    if (catalog.manifests().isEmpty()) {
      throw CommandFailure.usage(name() + ": no lake: nothing was ingested to it");
    }
    return catalog;
  }

  private Manifest manifest(String key) {
    try (InputStream in = storage.open(key, 0)) {
      return Manifest.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw CommandFailure.failed(
          name() + "/" + key + ": cannot be read: " + DiskFailure.reason(e));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(name() + "/" + key + ": " + e.getMessage());
    }
  }

  /** A file as DuckDB can open it: of S3, a copy. */
  public Path local(String key) {
    if (folder != null) {
      return folder.resolve(key);
    }
    Path copy = work().resolve(key);
    try {
      if (!Files.exists(copy)) {
        Files.createDirectories(copy.getParent());
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try (InputStream in = storage.open(key, 0)) {
          Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, copy);
      }
      return copy;
    } catch (IOException e) {
      throw CommandFailure.failed(copy + ": cannot be written: " + DiskFailure.reason(e));
    }
  }

  /** Brings a file of {@link #work} to its place, where the next manifest is to name it. */
  public void publish(Path file, String key) {
    storage.take(key, file);
  }

  /**
   * Writes a manifest: only now what it names is there, and outlives a power cut.
   *
   * @throws CommandFailure when another one of its number is there, which somebody else wrote
   */
  public void commit(Manifest manifest) {
    String key = LakeNames.manifest(manifest.batch());
    Path file = work().resolve(manifest.batch() + ".json");
    try {
      workFolder();
      Files.writeString(file, manifest.json());
      if (!storage.create(key, file) && !isThere(key, manifest)) {
        throw CommandFailure.failed(
            name() + ": somebody else has written to this lake meanwhile: run it again");
      }
      Files.delete(file);
    } catch (IOException e) {
      throw CommandFailure.failed(file + ": cannot be written: " + DiskFailure.reason(e));
    }
  }

  /** A try whose answer was lost wrote it: S3's client tries again, and meets its own. */
  private boolean isThere(String key, Manifest manifest) throws IOException {
    try (InputStream in = storage.open(key, 0)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).equals(manifest.json());
    }
  }

  /** Removes what is left of work, but what others that are alive spill. */
  public void clean() {
    work.clean();
  }

  @Override
  public void close() {
    work.close();
    if (lock != null) {
      lock.close();
    }
    storage.close();
  }
}
