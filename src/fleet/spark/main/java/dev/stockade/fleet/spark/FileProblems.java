package dev.stockade.fleet.spark;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;

/** What Hadoop's file systems say, as one sentence. */
final class FileProblems {
  private FileProblems() {}

  static String sentence(Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if (e instanceof FileNotFoundException) {
      return "not there";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission: " + message;
    }
    if (message.startsWith("No FileSystem for scheme")) {
      return message + " (for s3a start with --packages org.apache.hadoop:hadoop-aws)";
    }
    return message.isEmpty() ? e.getClass().getSimpleName() : message;
  }
}
