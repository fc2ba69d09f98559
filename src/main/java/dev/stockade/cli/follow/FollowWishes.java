package dev.stockade.cli.follow;

import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;

/** What is to be followed, and where it goes; null for what is not wanted. */
final class FollowWishes {
  List<String> words;
  InetSocketAddress prometheus;
  Path textfile;
  URL otlp;
  Path state;

  /** Bytes. */
  long spoolMax;

  long everyMillis;

  /** Whether to end when all that is there was handed on. */
  boolean once;

  /** Takes each record; null for none. */
  Output pipe;
}
