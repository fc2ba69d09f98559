package dev.stockade.cli.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.Commands;
import dev.stockade.cli.command.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code stockade endpoint}. */
class EndpointCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void eachHostIsOneLineOfFiveFields() {
    assertThat(run("", "email.us-east-1.amazonaws.com", "b.s3.amazonaws.com", "example.com"))
        .isZero();

    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "email.us-east-1.amazonaws.com\taws\tus-east-1\temail\tses",
            "b.s3.amazonaws.com\taws\t-\ts3\ts3",
            "example.com\t-\t-\t-\t-");
    assertThat(err.size()).isZero();
  }

  @Test
  void namesAreReadFromStandardInput() {
    assertThat(run("iam.amazonaws.com\n\n  a\tb\u001b[31m  \n", "-")).isZero();

    assertThat(out.toString(UTF_8).lines())
        .containsExactly("iam.amazonaws.com\taws\tus-east-1\tiam\tiam", "a?b?[31m\t-\t-\t-\t-");
  }

  @Test
  void addressesAreAsGoodAsNames() {
    String name = "email.us-east-1.amazonaws.com";
    assertThat(
            run(
                "",
                "https://" + name + "/v2/email?x=1#y",
                "HTTPS://user:p@" + name + ":443",
                name + "/path",
                "https://[fd00:ec2::254]/latest/",
                "https://example.com"))
        .isZero();

    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            name + "\taws\tus-east-1\temail\tses",
            name + ":443\taws\tus-east-1\temail\tses",
            name + "\taws\tus-east-1\temail\tses",
            "[fd00:ec2::254]\t-\t-\timds\t-",
            "example.com\t-\t-\t-\t-");
    assertThat(out.toString(UTF_8)).doesNotContain("user", "p@");
  }

  @Test
  void whatIsNoNameIsSaid() {
    assertThat(run("", "https:///x\u001b[31m")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith(
            "endpoint: neither a host name nor an address such as https://HOST/PATH:"
                + " https:///x?[31m\n");
  }

  @Test
  void noHostIsWrongUsage() {
    assertThat(run("")).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8)).contains("needs a host name");
  }

  @Test
  void inputThatCannotBeReadIsSaid() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();

    assertThat(run(broken, "-")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("cannot read standard input: ");
  }

  private int run(String input, String... hosts) {
    return run(new ByteArrayInputStream(input.getBytes(UTF_8)), hosts);
  }

  private int run(InputStream in, String... hosts) {
    List<String> words = new ArrayList<>(List.of("endpoint"));
    words.addAll(List.of(hosts));
    return Commands.run(
        words.toArray(new String[0]), new Console(in, print(out), print(err), "stockade.jar"));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }
}
