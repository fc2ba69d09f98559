package dev.stockade.fleet.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files below a folder in the order in which S3 lists keys. A folder's name is compared with
 * the {@code /} behind it, so that {@code a-b} comes before {@code a/b}, as its key does.
 */
final class Folders {
  private static final Comparator<Child> ORDER =
      (a, b) -> Arrays.compareUnsigned(bytes(a.key), bytes(b.key));

  private Folders() {}

  static Stream<StoredFile> files(Path folder, String prefix, String after) {
    return Files.exists(folder) ? below(folder, "", prefix, after) : Stream.empty();
  }

  private static Stream<StoredFile> below(Path folder, String start, String prefix, String after) {
    return children(folder, start).stream()
        .filter(child -> child.mayHold(prefix) && child.mayHoldAfter(after))
        .flatMap(
            child ->
                child.isFolder()
                    ? below(child.path, child.key, prefix, after)
                    : child.file().stream());
  }

  private static List<Child> children(Path folder, String start) {
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      for (Path path : paths) {
        String name = start + path.getFileName();
        if (!name.endsWith(LocalStorage.ASIDE)) {
          children.add(new Child(path, Files.isDirectory(path) ? name + "/" : name));
        }
      }
    } catch (NoSuchFileException e) {
      // Removed since its name was read.
    } catch (NotDirectoryException e) {
      throw LocalFailures.of(folder, "be listed", e);
    } catch (IOException e) {
      throw LocalFailures.of(folder, "be listed", e);
    }
    children.sort(ORDER);
    return children;
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  /** A file, or a folder, whose key ends with {@code /}. */
  private record Child(Path path, String key) {
    boolean isFolder() {
      return key.endsWith("/");
    }

    boolean mayHold(String prefix) {
      return key.startsWith(prefix) || (isFolder() && prefix.startsWith(key));
    }

    boolean mayHoldAfter(String after) {
      return after == null
          || Arrays.compareUnsigned(bytes(key), bytes(after)) > 0
          || (isFolder() && after.startsWith(key));
    }

    /** None where it was removed meanwhile, or is no regular file. */
    List<StoredFile> file() {
      try {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.isRegularFile()
            ? List.of(
                new StoredFile(key, attributes.size(), attributes.lastModifiedTime().toInstant()))
            : List.of();
      } catch (NoSuchFileException e) {
        return List.of();
      } catch (IOException e) {
        throw LocalFailures.of(path, "be looked at", e);
      }
    }
  }
}
