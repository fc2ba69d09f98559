package dev.stockade.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen in the way before a process is touched. */
class AttachObstaclesTest {
  private static final String QUIT_CAUGHT = "2000000181005ccf";
  private static final String QUIT_NOT_CAUGHT = "2000000181005ccb";

  @TempDir Path proc;
  private ProcessFacts self;

  @BeforeEach
  void writeSelf() throws IOException {
    self = process("self", "R (running)", 1000, 1000, QUIT_CAUGHT, "java");
  }

  @Test
  void anOwnJvmThatAnswersHasNothingInTheWay() throws IOException {
    assertThat(of(process("7", "S (sleeping)", 1000, 1000, QUIT_CAUGHT, "java", "Main"))).isNull();
  }

  @Test
  void eachObstacleIsASentenceWithTheWayOut() throws IOException {
    assertThat(of(ProcessFacts.of(proc, "6"))).contains("does not exist", "stockade.jar ps");
    assertThat(of(process("8", "S (sleeping)", 4321, 1000, QUIT_CAUGHT, "java")))
        .startsWith("belongs to another user: sudo -u '#4321' java -jar /opt/s.jar");
    assertThat(of(process("9", "S (sleeping)", 1000, 4321, QUIT_CAUGHT, "java")))
        .startsWith("runs in another group");
    assertThat(of(process("10", "T (stopped)", 1000, 1000, QUIT_CAUGHT, "java")))
        .contains("kill -CONT");
    assertThat(of(process("11", "S (sleeping)", 1000, 1000, QUIT_NOT_CAUGHT, "java", "-Xrs")))
        .contains("would be killed", "-javaagent");
    assertThat(
            of(
                process(
                    "12",
                    "S (sleeping)",
                    1000,
                    1000,
                    QUIT_CAUGHT,
                    "java",
                    "-XX:+DisableAttachMechanism",
                    "Main")))
        .contains("-XX:+DisableAttachMechanism", "restart");
    assertThat(of(process("13", "Z (zombie)", 1000, 1000, QUIT_CAUGHT))).contains("does not exist");
  }

  @Test
  void whatHasNoJvmLoadedIsNoneWhateverItsName() throws IOException {
    ProcessFacts process = process("7", "S (sleeping)", 1000, 1000, QUIT_CAUGHT, "java");
    Files.writeString(proc.resolve("7/maps"), "7f00-7f01 r-xp 0 08:01 1 /usr/lib/libc.so.6\n");
    assertThat(of(process)).startsWith("is not a JVM");

    ProcessFacts other = process("8", "S (sleeping)", 1000, 1000, QUIT_CAUGHT, "jsvc");
    Files.writeString(proc.resolve("8/maps"), "7f00-7f01 r-xp 0 08:01 1 /jdk/lib/libjvm.so\n");
    assertThat(of(other)).isNull();
  }

  @Test
  void agentsMayBeForbiddenWhereAttachingIsNot() {
    assertThat(AttachObstacles.toLoading(arguments("-XX:-EnableDynamicAgentLoading", "Main")))
        .contains("-javaagent");
    assertThat(AttachObstacles.toLoading(arguments("Main", "-XX:-EnableDynamicAgentLoading")))
        .isNull();
    assertThat(
            AttachObstacles.toLoading(
                arguments("Main").with("-Xmx1g -XX:-EnableDynamicAgentLoading")))
        .isNotNull();
  }

  private static JvmArguments arguments(String... words) {
    List<String> all = new ArrayList<>(List.of("java"));
    all.addAll(List.of(words));
    return new JvmArguments(all);
  }

  private String of(ProcessFacts process) {
    return AttachObstacles.of(process, self, "/opt/s.jar");
  }

  private ProcessFacts process(
      String pid, String state, int user, int group, String caught, String... words)
      throws IOException {
    Path folder = Files.createDirectories(proc.resolve(pid));
    Files.writeString(
        folder.resolve("status"),
        String.format(
            "Name:\tjava%nState:\t%s%nUid:\t1\t%d\t1\t1%nGid:\t1\t%d\t1\t1%nNSpid:\t%s%n"
                + "SigCgt:\t%s%n",
            state, user, group, pid, caught));
    Files.writeString(folder.resolve("cmdline"), String.join("\0", words) + "\0");
    return ProcessFacts.of(proc, pid);
  }
}
