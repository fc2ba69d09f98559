package dev.stockade.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An agent that does at the wire what no check of a signature can do without, and nothing else: it
 * reads the head of the request that the SDK's default client is about to write, and recomputes a
 * signature of that size by the JDK's own digests. No claim is read, no key looked up, no endpoint
 * known, nothing compared or recorded.
 */
final class VerifyingAgent {
  private static final String SOURCE =
      """
      package dev.stockade.floor;

      import dev.stockade.lib.bytebuddy.jar.asm.*;
      import java.lang.instrument.*;
      import java.lang.reflect.Method;
      import java.nio.charset.StandardCharsets;
      import java.security.MessageDigest;
      import java.security.ProtectionDomain;
      import javax.crypto.Mac;
      import javax.crypto.spec.SecretKeySpec;

      public class VerifyingAgent implements ClassFileTransformer {
        private static final String SENDER =
            "org/apache/hc/core5/http/impl/io/DefaultBHttpClientConnection";
        private static final ThreadLocal<Check> CHECKS = ThreadLocal.withInitial(Check::new);
        public static volatile int sink;

        public static void premain(String argument, Instrumentation instrumentation) {
          instrumentation.addTransformer(new VerifyingAgent());
        }

        public static void sent(Object request) {
          try {
            sink = CHECKS.get().run(request);
          } catch (Exception e) {
            throw new Error(e);
          }
        }

        @Override
        public byte[] transform(
            ClassLoader loader, String name, Class<?> old, ProtectionDomain domain, byte[] file) {
          return SENDER.equals(name) ? Weaver.weave(file) : null;
        }

        static final class Check {
          private final MessageDigest sha;
          private final Mac mac;
          private final StringBuilder text = new StringBuilder();
          private Method method;
          private Method uri;
          private Method headers;
          private Method name;
          private Method value;

          Check() {
            try {
              sha = MessageDigest.getInstance("SHA-256");
              mac = Mac.getInstance("HmacSHA256");
              mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            } catch (Exception e) {
              throw new Error(e);
            }
          }

          int run(Object request) throws Exception {
            if (method == null) {
              method = request.getClass().getMethod("getMethod");
              uri = request.getClass().getMethod("getRequestUri");
              headers = request.getClass().getMethod("getHeaders");
            }
            text.setLength(0);
            text.append((String) method.invoke(request)).append('\\n');
            text.append((String) uri.invoke(request)).append('\\n');
            for (Object header : (Object[]) headers.invoke(request)) {
              if (name == null) {
                name = header.getClass().getMethod("getName");
                value = header.getClass().getMethod("getValue");
              }
              text.append((String) name.invoke(header)).append(':');
              text.append((String) value.invoke(header)).append('\\n');
            }
            byte[] canonical = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            mac.update(sha.digest(canonical));
            return mac.doFinal()[0];
          }
        }

        static final class Weaver extends ClassVisitor {
          Weaver(ClassVisitor next) {
            super(Opcodes.ASM9, next);
          }

          static byte[] weave(byte[] file) {
            ClassReader reader = new ClassReader(file);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Weaver(writer), 0);
            return writer.toByteArray();
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            MethodVisitor next =
                super.visitMethod(access, name, descriptor, signature, thrown);
            boolean sends =
                name.equals("sendRequestHeader") && (access & Opcodes.ACC_BRIDGE) == 0;
            return !sends ? next : new MethodVisitor(Opcodes.ASM9, next) {
              @Override
              public void visitCode() {
                super.visitCode();
                visitVarInsn(Opcodes.ALOAD, 1);
                visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "dev/stockade/floor/VerifyingAgent",
                    "sent",
                    "(Ljava/lang/Object;)V",
                    false);
              }
            };
          }
        }
      }
      """;

  private VerifyingAgent() {}

  static Variant make(Path folder, PackedJar jar) throws IOException {
    List<String> asm = jar.asm(folder);
    Path agent = AgentJar.make(folder, "dev.stockade.floor.VerifyingAgent", SOURCE, asm);
    return new Variant(Agent.VERIFYING, "digests alone", List.of("-javaagent:" + agent));
  }
}
