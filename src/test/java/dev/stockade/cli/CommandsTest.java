package dev.stockade.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.selftest.SelfTestProgram;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What holds for every command. */
class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          InputStream.nullInputStream(),
          new PrintStream(out, true, UTF_8),
          new PrintStream(err, true, UTF_8),
          "stockade.jar");

  static List<String> commands() {
    return CommandTree.of(new Console(System.in, System.out, System.err, ""))
        .getSubcommands()
        .entrySet()
        .stream()
        .filter(command -> !command.getKey().equals("help"))
        .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpShowsAnExampleTheExitCodesAndTheChoiceOfOutput(String command) {
    assertThat(run(command, "--help")).isZero();

    assertThat(out.toString(UTF_8))
        .contains("java -jar", "Exit codes:", "all is well", "wrong usage", "--output");
    assertThat(err.size()).isZero();
  }

  @Test
  void helpListsEveryCommand() {
    assertThat(run()).isZero();

    assertThat(out.toString(UTF_8)).startsWith("usage: java -jar stockade.jar COMMAND");
    assertThat(out.toString(UTF_8).lines().map(line -> line.trim().split("[ ,]", 2)[0]))
        .containsAll(commands().stream().filter(name -> !name.startsWith("generate-")).toList())
        .doesNotContain(SelfTestProgram.NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain nothing", "endpoint", "sigv4 --credentials /none x"})
  void aFailureIsOneSentenceAndTheSameInJson(String line) {
    assertThat(run((line + " -o json").split(" "))).isEqualTo(2);

    assertThat(err.toString(UTF_8).lines()).hasSize(1);
    JsonObject result = JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject();
    assertThat(result.get("ok").getAsBoolean()).isFalse();
    assertThat(result.get("error").getAsString()).isEqualTo(err.toString(UTF_8).trim());
  }

  @Test
  void wrongWordsShowHowItIsUsed() {
    assertThat(run("sigv4", "-o", "json", "--nonsense")).isEqualTo(2);

    assertThat(err.toString(UTF_8))
        .contains("usage: stockade sigv4 ", "see: java -jar stockade.jar sigv4 --help")
        .doesNotContain("\tat ");
    assertThat(JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject().has("error")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whatfi | unknown command: whatfi; did you mean 'whatif'?",
        "suggest | unknown command: suggest; did you mean 'suggest-exceptions'?",
        "policy lnit x | unknown command: lnit; did you mean 'lint'?",
        "whatif --polcy x y | unknown option: --polcy; did you mean '--policy'?",
        "whatif --policy x --exitcode y | unknown option: --exitcode; did you mean '--exit-code'?",
        "attach --jornal=x 1 | unknown option: --jornal; did you mean '--journal'?",
        "explain tls.forward | unknown rule 'tls.forward'; did you mean 'tls.forward-secrecy'?",
        "explain tls.min-versoin | unknown rule 'tls.min-versoin'; did you mean 'tls.min-version'?",
        "attach --option jornal=x 1 | did you mean 'journal'?",
        "xyz | unknown command: xyz",
      })
  void aMistypedWordIsToldWithWhatMayHaveBeenMeant(String words, String sentence) {
    assertThat(run(words.split(" "))).isEqualTo(2);

    assertThat(err.toString(UTF_8).lines().findFirst().orElseThrow()).endsWith(sentence);
  }

  @Test
  void whatWasNotForeseenIsOneLineToo() {
    CommandLine broken =
        new CommandLine(
            new Broken(console) {
              @Override
              public Integer call() {
                throw new IllegalStateException("a defect");
              }
            });

    assertThat(Commands.run(new String[] {"-o", "text"}, broken, console)).isEqualTo(1);
    assertThat(err.toString(UTF_8).lines())
        .containsExactly("unexpected, please report: java.lang.IllegalStateException: a defect");
  }

  @ParameterizedTest
  @ValueSource(classes = {StackOverflowError.class, OutOfMemoryError.class, LinkageError.class})
  void whatTheJvmCannotDoIsOneLineToo(Class<? extends Error> kind) throws Exception {
    Error error = kind.getDeclaredConstructor().newInstance();
    CommandLine broken =
        new CommandLine(
            new Broken(console) {
              @Override
              public Integer call() {
                throw error;
              }
            });

    assertThat(Commands.run(new String[] {"-o", "json"}, broken, console)).isEqualTo(1);
    assertThat(err.toString(UTF_8)).hasLineCount(1).doesNotContain("\tat ");
    assertThat(JsonParser.parseString(out.toString(UTF_8)).getAsJsonObject().has("error")).isTrue();
  }

  @CommandLine.Command(name = "broken")
  private abstract static class Broken extends StockadeCommand {
    Broken(Console console) {
      super(console);
    }
  }

  @Test
  void jsonIsOneLineForPrograms() {
    assertThat(run("endpoint", "iam.amazonaws.com", "example.com", "-o", "json")).isZero();

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "{\"hosts\":[{\"host\":\"iam.amazonaws.com\",\"partition\":\"aws\","
                + "\"region\":\"us-east-1\",\"service\":\"iam\",\"signingName\":\"iam\"},"
                + "{\"host\":\"example.com\"}]}\n");
  }

  @Test
  void theCompletionScriptKnowsTheCommands() {
    assertThat(run("completion")).isZero();

    assertThat(out.toString(UTF_8))
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_stockade", "self-test", "explain")
        .doesNotContain(SelfTestProgram.NAME);
  }

  private int run(String... words) {
    return Commands.run(words, console);
  }
}
