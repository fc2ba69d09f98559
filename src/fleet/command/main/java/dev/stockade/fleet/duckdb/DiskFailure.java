package dev.stockade.fleet.duckdb;

import dev.stockade.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Locale;

/** What disks and DuckDB say, as the one sentence that a person needs. */
public final class DiskFailure {
  private static final int MAX_LENGTH = 500;

  private DiskFailure() {}

  /** Why a file could not be read or written, without its name. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    String why = e instanceof FileSystemException known ? known.getReason() : null;
    String told = why != null ? why : e.getMessage() != null ? e.getMessage() : e.toString();
    return isFull(told) ? "the disk is full" : told;
  }

  /**
   * @param store where the work went on
   */
  public static CommandFailure of(LakeStore store, SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (isFull(message)) {
      return CommandFailure.failed(
          store.name()
              + ": the disk is full: nothing half written is in the lake; make room and run"
              + " it again");
    }
    return CommandFailure.failed(store.name() + ": DuckDB: " + cut(DuckDb.firstLine(e)));
  }

  private static boolean isFull(String message) {
    String told = message.toLowerCase(Locale.ROOT);
    return told.contains("no space left")
        || told.contains("disk quota exceeded")
        || told.contains("file too large")
        || told.contains("file size limit");
  }

  private static String cut(String text) {
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
  }
}
