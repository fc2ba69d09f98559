package dev.stockade.fleet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder. Files are written aside, forced to the disk and then renamed. */
final class LocalStorage implements Storage {
  /** No list shows such files: somebody is at them, or died at them. */
  static final String ASIDE = ".part";

  private final Path folder;
  private final Disk disk;

  /** Folders with names that a power cut might still take. */
  private final Set<Path> unsettled = ConcurrentHashMap.newKeySet();

  LocalStorage(Path folder) {
    this(folder, Disk.REAL);
  }

  LocalStorage(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Stream<StoredFile> list(String prefix, String after) {
    return Folders.files(folder, prefix, after);
  }

  @Override
  public InputStream open(String key, long offset) {
    try {
      FileChannel file = FileChannel.open(at(key), StandardOpenOption.READ);
      return Channels.newInputStream(file.position(offset));
    } catch (IOException e) {
      throw LocalFailures.of(at(key), "be read", e);
    }
  }

  @Override
  public void write(String key, Path file) {
    Path aside = aside(key, file);
    try {
      Files.move(aside, at(key), StandardCopyOption.ATOMIC_MOVE);
      unsettled.add(at(key).getParent());
      settle();
    } catch (IOException e) {
      throw LocalFailures.of(at(key), "be written", e);
    } finally {
      remove(aside);
    }
  }

  /** Its folder is forced with the others, by what makes them known. */
  @Override
  public void take(String key, Path file) {
    Path path = at(key);
    try {
      folder(path.getParent());
      disk.force(file);
      Files.move(file, path, StandardCopyOption.ATOMIC_MOVE);
      unsettled.add(path.getParent());
    } catch (IOException e) {
      throw LocalFailures.of(path, "be written", e);
    }
  }

  /** By a link: unlike a rename it fails where there is a file, and shows the whole one. */
  @Override
  public boolean create(String key, Path file) {
    Path aside = aside(key, file);
    try {
      settle();
      try {
        Files.createLink(at(key), aside);
      } catch (UnsupportedOperationException e) {
        // A file system without links; this move does not replace.
        Files.move(aside, at(key));
      }
      disk.force(at(key).getParent());
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw LocalFailures.of(at(key), "be written", e);
    } finally {
      remove(aside);
    }
  }

  @Override
  public void delete(String key) {
    try {
      Files.deleteIfExists(at(key));
    } catch (IOException e) {
      throw LocalFailures.of(at(key), "be removed", e);
    }
  }

  @Override
  public void close() {}

  private Path at(String key) {
    Path path = folder.resolve(key).normalize();
    if (key.isEmpty() || !path.startsWith(folder.normalize())) {
      throw new IllegalArgumentException("not a name below " + folder + ": " + key);
    }
    return path;
  }

  /** A copy beside the file to be, on the disk. */
  private Path aside(String key, Path file) {
    Path path = at(key);
    Path aside = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ASIDE);
    try {
      folder(path.getParent());
      Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
      disk.force(aside);
      return aside;
    } catch (IOException e) {
      remove(aside);
      throw LocalFailures.of(path, "be written", e);
    }
  }

  /** Makes a folder, and notes those whose names are new. */
  private void folder(Path folder) throws IOException {
    for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      if (at.getParent() != null) {
        unsettled.add(at.getParent());
      }
    }
    Files.createDirectories(folder);
  }

  /** Brings all new names to the disk. */
  private void settle() throws IOException {
    for (Path folder : List.copyOf(unsettled)) {
      disk.force(folder);
      unsettled.remove(folder);
    }
  }

  private static void remove(Path aside) {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      // No list shows it.
    }
  }
}
