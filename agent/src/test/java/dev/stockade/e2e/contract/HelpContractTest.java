package dev.stockade.e2e.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Commands and their options, as {@code --help} says. */
@Isolated
class HelpContractTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^  ([a-z][a-z0-9-]*)(, [a-z-]+)* {2,}\\S");

  @Test
  void eachCommandHasItsWordsAndOptions() throws Exception {
    Map<String, String> pages = new TreeMap<>();
    walk("stockade", List.of(), pages);

    assertThat(pages).hasSizeGreaterThan(20);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Golden.assertSame("help/" + page.getKey() + ".txt", page.getValue().lines().toList());
    }
    try (Stream<Path> files = Files.list(Golden.FOLDER.resolve("help"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
          .describedAs("commands with a page in agent/" + Golden.FOLDER)
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
  }

  @Test
  void theJarItselfAnswersSo() throws Exception {
    Golden.assertSame("help/stockade.txt", Cli.run("--help").out());
  }

  private static void walk(String name, List<String> words, Map<String, String> pages)
      throws Exception {
    List<String> asked = new ArrayList<>(words);
    asked.add("--help");
    String page = run(asked);
    pages.put(name, page);
    Matcher command = COMMAND.matcher(page);
    while (command.find()) {
      List<String> longer = new ArrayList<>(words);
      longer.add(command.group(1));
      walk(String.join("-", longer), longer, pages);
    }
  }

  /** By the names that the shim uses. */
  private static String run(List<String> words) throws Exception {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(page, true, UTF_8));
    try {
      Object exitCode =
          new PackedCommands()
              .loadClass("dev.stockade.cli.Commands")
              .getMethod("run", String[].class, String.class)
              .invoke(null, words.toArray(String[]::new), ChildJvm.JAR.toString());
      assertThat(exitCode).describedAs("exit code of %s", words).isEqualTo(0);
    } finally {
      System.setOut(out);
    }
    return page.toString(UTF_8);
  }
}
