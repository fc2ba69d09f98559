package dev.stockade.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stockade.library.jdk.ChokePoints;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Weaves every JDK's real class files in memory; the end-to-end tests run them verified. */
class WeaverTest {
  private final HookTable table = new HookTable(ChokePoints.all());

  @ParameterizedTest(name = "JDK {0}")
  @CsvFileSource(resources = "/jdk-matrix.txt")
  void everyHookFindsItsMethodInEachJdk(int feature) throws Exception {
    Path home = Path.of(System.getenv().getOrDefault("JDKS", "/opt/jdks"), feature + "");
    assumeTrue(Files.isDirectory(home), "no JDK " + feature + " at " + home);
    BitSet woven = new BitSet();
    int calls = 0;
    for (String name :
        List.of(
            "sun/security/ssl/HandshakeContext",
            "sun/security/ssl/TransportContext",
            "sun/security/ssl/SSLContextImpl",
            "sun/security/ssl/CertificateVerify$T12CertificateVerifyMessage",
            "sun/security/ssl/CertificateVerify$T13CertificateVerifyMessage",
            "sun/security/ssl/DHServerKeyExchange$DHServerKeyExchangeMessage",
            "sun/security/ssl/ECDHServerKeyExchange$ECDHServerKeyExchangeMessage")) {
      byte[] result = Weaver.weave(classFile(home, feature, name), table, table.in(name), woven);
      calls += gateCalls(result).size();
    }

    assertThat(woven.cardinality()).isEqualTo(table.size());
    assertThat(calls).isGreaterThanOrEqualTo(table.size());
  }

  @Test
  void aClassWithoutTheMethodsIsLeftAlone() throws IOException {
    byte[] bytes = Object.class.getResourceAsStream("/java/lang/Object.class").readAllBytes();
    HookTable elsewhere =
        new HookTable(List.of(Hook.enter("java/lang/Object", "noSuchMethod", null)));

    assertThat(Weaver.weave(bytes, elsewhere, elsewhere.in("java/lang/Object"), new BitSet()))
        .isNull();
  }

  @Test
  void aNameIsLookedUpOnlyWhenAListedClassHasItsLength() {
    assertThat(table.in("sun/security/ssl/TransportContext")).hasSize(2);
    assertThat(table.in("sun/security/ssl/transportContext")).isNull();
    assertThat(table.in("a".repeat(300))).isNull();
    assertThat(table.isIn(String.class)).isFalse();
  }

  private static byte[] classFile(Path home, int feature, String name) throws Exception {
    if (feature == 8) {
      try (JarFile jsse = new JarFile(home.resolve("jre/lib/jsse.jar").toFile());
          InputStream in = jsse.getInputStream(jsse.getEntry(name + ".class"))) {
        return in.readAllBytes();
      }
    }
    try (FileSystem jdk =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()))) {
      return Files.readAllBytes(jdk.getPath("/modules/java.base/" + name + ".class"));
    }
  }

  private static List<String> gateCalls(byte[] classFile) {
    List<String> calls = new ArrayList<>();
    OpenedClassReader.of(classFile)
        .accept(
            new ClassVisitor(OpenedClassReader.ASM_API) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(OpenedClassReader.ASM_API) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String called, String calledDescriptor, boolean i) {
                    if (owner.endsWith("/StockadeGate")) {
                      calls.add(name);
                    }
                  }
                };
              }
            },
            ClassReader.SKIP_FRAMES);
    return calls;
  }
}
