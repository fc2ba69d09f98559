package dev.stockade.fleet.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Sentences on what went wrong with files of this machine. */
public final class LocalFailures {
  private LocalFailures() {}

  /**
   * @param what what it cannot, such as {@code be read}
   */
  public static StorageFailure of(Path path, String what, IOException e) {
    return StorageFailure.lasting(path + ": cannot " + what + ": " + why(e));
  }

  private static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
