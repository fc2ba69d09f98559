package dev.stockade.fleet.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A command that was run in this process, and what it printed. */
public record CommandRun(int exitCode, String out, String err) {
  /** All commands of a jar. */
  public interface Main {
    int run(String[] arguments, Console console);
  }

  /**
   * @param words each printed as text; an array stands for what is in it
   */
  public static CommandRun of(Main main, String jar, Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        main.run(
            Stream.of(words).flatMap(CommandRun::texts).toArray(String[]::new),
            new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                jar));
    return new CommandRun(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static Stream<String> texts(Object word) {
    return word instanceof Object[] words
        ? Stream.of(words).flatMap(CommandRun::texts)
        : Stream.of(word.toString());
  }

  /** Of standard output. */
  public List<String> lines() {
    return out.lines().toList();
  }

  public Map<String, Object> json() throws IOException {
    return JsonTree.object(out);
  }
}
