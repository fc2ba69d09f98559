package dev.stockade.cli.request;

import java.io.IOException;

/** Names what cannot be read in one sentence, with the file and, where there is one, the line. */
public final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1;

  public UnreadableException(String file, int line, String problem) {
    super((line > 0 ? file + ":" + line : file) + ": " + problem);
  }
}
