package dev.stockade.e2e.tls;

import static dev.stockade.e2e.kit.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.OpensslServer;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Peer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JSSE without the choke points. No JDK 8 before 8u272 can be had here, so a real JDK 8 gets its
 * own HandshakeContext with the two offer methods under other names on the boot class path.
 */
class OlderJsseTest {
  private static final String CLASS = "sun/security/ssl/HandshakeContext.class";

  @TempDir Path folder;

  @Test
  void isFilteredThroughThePublicApiAndSaysSoOnce() throws Exception {
    Jdk jdk = Jdk.of(8);
    jdk.java();
    Path patch = patch(jdk);
    try (OpensslServer weak = OpensslServer.limitedTo(Peer.TLS12_STATIC_RSA);
        OpensslServer strong = OpensslServer.limitedTo(Peer.TLS12_ECDHE)) {
      Outcome audit = run(jdk, patch, "audit", weak, strong);
      assertThat(audit.lineFor(weak.target())).contains(" ok TLSv1.2 TLS_RSA_");
      assertThat(audit.lineFor(strong.target())).contains(" ok TLSv1.2 TLS_ECDHE_");
      assertThat(audit.records("tls.handshake")).hasSize(2);
      assertThat(text(audit.records("tls.handshake").get(0), "verdict")).isEqualTo("violation");
      assertThat(text(audit.records("tls.handshake").get(1), "verdict")).isEqualTo("pass");
      assertThat(audit.err())
          .filteredOn(line -> line.contains("this JDK has no HandshakeContext.getActiveProtocols"))
          .hasSize(1);

      Outcome enforce = run(jdk, patch, "enforce", weak, strong);
      assertThat(enforce.lineFor(weak.target()))
          .contains(" failed javax.net.ssl.SSLHandshakeException");
      assertThat(enforce.lineFor(strong.target())).contains(" ok TLSv1.2 TLS_ECDHE_");
    }
  }

  private static Outcome run(
      Jdk jdk, Path patch, String mode, OpensslServer weak, OpensslServer strong) throws Exception {
    return ChildJvm.on(jdk)
        .with("-Xbootclasspath/p:" + patch)
        .agent(Launch.JAVAAGENT, "mode=" + mode)
        .start("SocketClient", weak.target(), strong.target())
        .outcome()
        .assertHostLived();
  }

  private Path patch(Jdk jdk) throws Exception {
    Path patch = folder.resolve("older.jar");
    try (JarFile jsse = new JarFile(jdk.home().resolve("jre/lib/jsse.jar").toFile());
        InputStream in = jsse.getInputStream(jsse.getEntry(CLASS));
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(patch))) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(in.readAllBytes()).accept(new Renaming(writer), 0);
      out.putNextEntry(new ZipEntry(CLASS));
      out.write(writer.toByteArray());
    }
    return patch;
  }

  private static final class Renaming extends ClassVisitor {
    Renaming(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    private static String renamed(String name) {
      return name.startsWith("getActive") ? name + "Of" : name;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next =
          super.visitMethod(access, renamed(name), descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
          super.visitMethodInsn(opcode, owner, renamed(called), calledDescriptor, isInterface);
        }
      };
    }
  }
}
