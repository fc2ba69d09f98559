package dev.stockade.e2e.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The budgets of docs/performance.md that do not depend on a clock. */
@Tag("matrix")
class BudgetTest {
  private static final int MAX_CLASSES = 100;
  private static final int MAX_BYTE_BUDDY_CLASSES = 40;
  private static final long MAX_BYTES = 2_500_000;

  /** Ours, as JDK 8 and newer ones tell of it; the shim's are not in the block. */
  private static final Pattern CLASS_OF_THE_CORE =
      Pattern.compile("(?:Loaded |\\] )(dev\\.stockade\\.(?!agent\\.|apps\\.)\\S+)");

  @TempDir Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void loadsFewClassesMoreThanAnEmptyAgentAndNoneOfByteBuddy(Jdk jdk) throws Exception {
    List<String> empty = loaded(jdk, emptyAgent().toString(), "Hello");
    List<String> ours = loaded(jdk, ChildJvm.JAR.toString(), "Hello");

    assertThat(ours.size() - empty.size()).isBetween(1, MAX_CLASSES);
    assertThat(ours).noneMatch(line -> line.contains(".bytebuddy."));
  }

  /** What is not in the block has to be inflated, and costs a start more. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void takesClassesOfTheStartFromItsBlock(Jdk jdk) throws Exception {
    List<String> listed = Files.readAllLines(Path.of("src", "build", "start-block.txt"));
    List<String> core =
        loaded(jdk, ChildJvm.JAR.toString(), "Hello").stream()
            .takeWhile(line -> !line.contains(" dev.stockade.apps."))
            .map(CLASS_OF_THE_CORE::matcher)
            .filter(Matcher::find)
            .map(line -> line.group(1).replace('.', '/'))
            .toList();

    assertThat(core).contains("dev/stockade/engine/Entry").isSubsetOf(listed);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  void loadsFewByteBuddyClassesForTheFirstConnection(Jdk jdk) throws Exception {
    try (OpensslServer server = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      List<String> loaded = loaded(jdk, ChildJvm.JAR.toString(), "SocketClient", server.target());

      assertThat(loaded.stream().filter(line -> line.contains(".bytebuddy.")).count())
          .isBetween(1L, (long) MAX_BYTE_BUDDY_CLASSES);
    }
  }

  @Test
  void theJarIsSmall() throws IOException {
    assertThat(Files.size(ChildJvm.JAR)).isLessThan(MAX_BYTES);
  }

  /** Runs the program with class loading logged on stdout; the lines that tell of a class. */
  private static List<String> loaded(Jdk jdk, String agent, String program, String... arguments)
      throws Exception {
    Outcome outcome =
        ChildJvm.on(jdk)
            .longLived()
            .with(jdk.feature() == 8 ? "-verbose:class" : "-Xlog:class+load", "-javaagent:" + agent)
            .start(program, arguments)
            .outcome();
    assertThat(outcome.exitCode()).isZero();
    return outcome.out().stream()
        .filter(line -> line.startsWith("[Loaded ") || line.contains(" source: "))
        .toList();
  }

  /** Made here and not compiled: a class of the tests is too new for the older JDKs. */
  private Path emptyAgent() throws IOException {
    ClassWriter agent = new ClassWriter(0);
    agent.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "EmptyAgent", null, "java/lang/Object", null);
    MethodVisitor premain =
        agent.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
            "premain",
            "(Ljava/lang/String;)V",
            null,
            null);
    premain.visitCode();
    premain.visitInsn(Opcodes.RETURN);
    premain.visitMaxs(0, 1);
    premain.visitEnd();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", "EmptyAgent");
    Path jar = folder.resolve("empty.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new ZipEntry("EmptyAgent.class"));
      out.write(agent.toByteArray());
    }
    return jar;
  }
}
