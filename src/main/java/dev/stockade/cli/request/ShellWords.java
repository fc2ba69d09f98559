package dev.stockade.cli.request;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line as the shell does that it was copied for: POSIX shells with {@code $'…'},
 * or {@code cmd.exe}. A word of {@link #END} stands between commands.
 */
final class ShellWords {
  static final String END = "\0";

  private final String text;
  private final boolean cmd;
  private final List<String> words = new ArrayList<>();
  private StringBuilder word;
  private int at;

  private ShellWords(String text, boolean cmd) {
    this.text = text;
    this.cmd = cmd;
  }

  static List<String> of(String text) {
    boolean cmd = text.contains("^\"") || text.contains("^\n") || text.contains("^\r\n");
    ShellWords words = new ShellWords(cmd ? withoutCarets(text) : text, cmd);
    words.split();
    return words.words;
  }

  /** What {@code cmd.exe} makes of its own escapes before the program reads the line. */
  private static String withoutCarets(String text) {
    StringBuilder out = new StringBuilder(text.length());
    String lines = text.replace("\r\n", "\n");
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      if (c == '^' && i + 1 < lines.length()) {
        char next = lines.charAt(++i);
        if (next == '\n') {
          // A line that continues; an empty one after it stands for a line feed in a value.
          boolean feed = i + 1 < lines.length() && lines.charAt(i + 1) == '\n';
          out.append(feed ? "\n" : "");
          i += feed ? 1 : 0;
        } else {
          out.append(next);
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void split() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == ' ' || c == '\t' || c == '\r') {
        end();
      } else if (c == '\n' || c == ';' || c == '&' || c == '|') {
        end();
        words.add(END);
      } else if (c == '\'' && !cmd) {
        single();
      } else if (c == '"') {
        quoted();
      } else if (c == '$' && !cmd && at < text.length() && text.charAt(at) == '\'') {
        at++;
        ansi();
      } else if (c == '\\' && !cmd) {
        escaped();
      } else {
        append(c);
      }
    }
    end();
    words.add(END);
  }

  private void end() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  private void append(char c) {
    word = word == null ? new StringBuilder() : word;
    word.append(c);
  }

  private void begin() {
    word = word == null ? new StringBuilder() : word;
  }

  private void single() {
    begin();
    while (at < text.length() && text.charAt(at) != '\'') {
      word.append(text.charAt(at++));
    }
    at++;
  }

  private void quoted() {
    begin();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length() && (cmd ? "\"\\" : "\"\\$`\n").indexOf(next()) >= 0) {
        c = text.charAt(at++);
        if (c == '\n') {
          continue;
        }
      }
      word.append(c);
    }
    at++;
  }

  private char next() {
    return text.charAt(at);
  }

  private void escaped() {
    if (at == text.length()) {
      return;
    }
    char c = text.charAt(at++);
    if (c == '\r' && at < text.length() && next() == '\n') {
      at++;
    } else if (c != '\n') {
      append(c);
    }
  }

  /** {@code $'…'}: escapes as in C. */
  private void ansi() {
    begin();
    while (at < text.length() && next() != '\'') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        ansiEscape(text.charAt(at++));
      } else {
        word.append(c);
      }
    }
    at++;
  }

  private void ansiEscape(char c) {
    int plain = "nrtabfv".indexOf(c);
    if (plain >= 0) {
      word.append("\n\r\t\007\b\f\013".charAt(plain));
    } else if (c == 'x' || c == 'u') {
      int digits = 0;
      int code = 0;
      int most = c == 'x' ? 2 : 4;
      while (digits < most && at < text.length() && Character.digit(next(), 16) >= 0) {
        code = code * 16 + Character.digit(text.charAt(at++), 16);
        digits++;
      }
      word.append((char) code);
    } else {
      word.append(c);
    }
  }
}
