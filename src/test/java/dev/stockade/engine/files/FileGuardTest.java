package dev.stockade.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator's edit of a file leaves as it is. */
class FileGuardTest {
  @TempDir Path folder;

  @Test
  void anEditAndARenameChangeNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("p"), "a");
    FileGuard guard = new FileGuard(file.toFile());
    assertThat(guard.changes()).isEmpty();
    Files.writeString(file, "b");
    assertThat(guard.changes()).isEmpty();
    Path next = Files.writeString(folder.resolve("n"), "c");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(guard.changes()).isEmpty();
    assertThat(FileGuard.isOpen(file.toFile())).isFalse();
  }

  @Test
  void aLinkAndRightsForOthersAreToldOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("p"), "a");
    FileGuard guard = new FileGuard(file.toFile());
    guard.changes();
    allow(file, "rw-rw-rw-");
    assertThat(guard.changes()).containsExactly("may now be written by others");
    assertThat(guard.changes()).isEmpty();
    assertThat(FileGuard.isOpen(file.toFile())).isTrue();
    allow(file, "rw-r--r--");
    assertThat(guard.changes()).isEmpty();

    Path other = Files.writeString(folder.resolve("o"), "a");
    Path link = Files.createSymbolicLink(folder.resolve("l"), other);
    Files.move(link, file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(guard.changes()).containsExactly("became a link");
  }

  @Test
  void aFolderThatOthersMayWriteIsAsBadButForItsStickyBit() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Path file = Files.writeString(shared.resolve("p"), "a");
    FileGuard guard = new FileGuard(file.toFile());
    guard.changes();
    allow(shared, "rwxrwxrwx");
    assertThat(guard.changes()).containsExactly("may now be written by others");
    assertThat(FileGuard.isShared(shared.toFile())).isTrue();
    Files.setAttribute(shared, "unix:mode", 01777);
    assertThat(FileGuard.isOpen(file.toFile())).isFalse();
    assertThat(FileGuard.isShared(shared.toFile())).isTrue();
  }

  private static void allow(Path path, String permissions) throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
