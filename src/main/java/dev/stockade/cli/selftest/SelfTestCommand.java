package dev.stockade.cli.selftest;

import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.StockadeCommand;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code self-test}. */
@Command(
    name = "self-test",
    description = {
      "Weaves this JDK, makes a weak and a strong loopback handshake in audit and enforce, prints"
          + " what was seen."
    },
    footer = {"", "Example:", "  $JAVA_HOME/bin/java -jar stockade.jar self-test"})
public final class SelfTestCommand extends StockadeCommand {
  public SelfTestCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SelfTest test = new SelfTest(console().jar(), this::say);
    boolean well = test.run();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ok", well);
    result.put("java", System.getProperty("java.runtime.version"));
    result.put("checks", test.checks());
    json(result);
    return well ? ExitCode.OK : ExitCode.FAILED;
  }
}
