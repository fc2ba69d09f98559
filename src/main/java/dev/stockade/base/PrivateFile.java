package dev.stockade.base;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes files that others on the machine cannot read: they show which of a service's peers are
 * weak. One that is there keeps the permissions that its operator gave it.
 */
public final class PrivateFile {
  /** The process's umask may take more away. */
  private static final String PERMISSIONS = "rw-r-----";

  private PrivateFile() {}

  /** Makes an empty file unless there is something; leaves it to the opening to say why not. */
  public static void create(File file) {
    if (file.exists()) {
      return;
    }
    try {
      Files.createFile(
          file.toPath(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS)));
    } catch (FileAlreadyExistsException e) {
      // Another process was first.
    } catch (IOException | RuntimeException e) {
      // No POSIX permissions here, or no such folder: then opening it makes it, or says what is
      // wrong.
    }
  }
}
