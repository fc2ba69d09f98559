package dev.stockade.engine.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks that only its operator can have changed a file, by what an edit leaves as it is: link,
 * owner and permissions. Asks nothing where files have no owners and permissions.
 */
public final class FileGuard {
  /** Of a folder, as the kernel has it: only who owns an entry may replace it. */
  private static final int STICKY = 01000;

  private final File file;
  private Look before;

  public FileGuard(File file) {
    this.file = file;
  }

  /** What is not as it was at the last look, each as the end of a sentence about the file. */
  public List<String> changes() {
    List<String> changes = new ArrayList<String>();
    Look now = look(file);
    if (now == null) {
      return changes;
    }
    if (before != null) {
      if (now.link && !before.link) {
        changes.add("became a link");
      }
      if (!now.owner.equals(before.owner)) {
        changes.add("changed its owner from " + before.owner + " to " + now.owner);
      }
      if (now.open && !before.open) {
        changes.add("may now be written by others");
      }
    }
    before = now;
    return changes;
  }

  /** Whether others may write or replace it. */
  public static boolean isOpen(File file) {
    Look look = look(file);
    return look != null && look.open;
  }

  /** Whether others may make a file there, which a sticky bit does not prevent. */
  public static boolean isShared(File folder) {
    try {
      return folder != null && isWritable(attributes(folder.toPath()).permissions());
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static Look look(File file) {
    try {
      Path path = file.getAbsoluteFile().toPath();
      PosixFileAttributes own = attributes(path);
      boolean open =
          isWritable(own.permissions())
              || isOpenFolder(path.getParent())
              || isOpenFolder(path.toRealPath().getParent());
      return new Look(Files.isSymbolicLink(path), own.owner().getName(), open);
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static boolean isOpenFolder(Path folder) throws IOException {
    return folder != null && isWritable(attributes(folder).permissions()) && !isSticky(folder);
  }

  private static boolean isSticky(Path folder) throws IOException {
    try {
      return ((Integer) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class);
  }

  private static boolean isWritable(Set<PosixFilePermission> permissions) {
    return permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** The file at one look. */
  private static final class Look {
    final boolean link;
    final String owner;
    final boolean open;

    Look(boolean link, String owner, boolean open) {
      this.link = link;
      this.owner = owner;
      this.open = open;
    }
  }
}
