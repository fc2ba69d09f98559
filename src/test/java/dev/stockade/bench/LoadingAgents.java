package dev.stockade.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Agents that do nothing of use with the classes that ours needs: they show what loading and
 * weaving cost by themselves.
 */
final class LoadingAgents {
  private static final Path START = Path.of("agent/src/build/start-block.txt");

  private LoadingAgents() {}

  /**
   * The floor, and beside it the classes that our start defines: read from one file, loaded,
   * verified and initialized, none of their methods called. The gate is left out, since no other
   * class loader may define it.
   */
  static Variant classes(Path folder, PackedJar jar) throws IOException {
    String source =
        SmallAgents.floorSource("ClassesAgent", "Loads.all(argument);")
            .replace(
                "static final class Core",
                """
                static final class Loads extends ClassLoader {
                    private final Map<String, byte[]> files = new HashMap<>();

                    static void all(String file) {
                      Loads loads = new Loads();
                      try (java.io.DataInputStream in =
                          new java.io.DataInputStream(
                              new java.io.ByteArrayInputStream(
                                  java.nio.file.Files.readAllBytes(
                                      new java.io.File(file).toPath())))) {
                        for (int left = in.readInt(); left > 0; left--) {
                          String name = in.readUTF();
                          byte[] bytes = new byte[in.readInt()];
                          in.readFully(bytes);
                          loads.files.put(name, bytes);
                        }
                        for (String name : loads.files.keySet()) {
                          Class.forName(name, true, loads);
                        }
                      } catch (Exception e) {
                        throw new Error(e);
                      }
                    }

                    @Override
                    protected Class<?> loadClass(String name, boolean resolve)
                        throws ClassNotFoundException {
                      byte[] file = files.get(name);
                      if (file == null) {
                        return super.loadClass(name, resolve);
                      }
                      Class<?> known = findLoadedClass(name);
                      return known != null ? known : defineClass(name, file, 0, file.length);
                    }
                  }

                  static final class Core""");
    Path agent = AgentJar.make(folder, "ClassesAgent", source);
    Path block = Files.write(folder.resolve("start-classes"), startClasses(jar));
    return new Variant(
        Agent.CLASSES, "floor and classes", List.of("-javaagent:" + agent + "=" + block));
  }

  private static byte[] startClasses(PackedJar jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    List<String> names =
        Files.readAllLines(START).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.contains("."))
            .toList();
    out.writeInt(names.size());
    for (String name : names) {
      byte[] file = jar.classFile(name);
      out.writeUTF(name.replace('/', '.'));
      out.writeInt(file.length);
      out.write(file);
    }
    return bytes.toByteArray();
  }

  /**
   * Our weaver's ASM, used as ours uses it, on the classes of the JDK that we weave, and nothing
   * put into them.
   */
  static Variant weaving(Path folder, PackedJar jar) throws IOException {
    String woven =
        jar.hookedClassesOfJdk().stream()
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    String source =
        """
        import dev.stockade.lib.bytebuddy.jar.asm.*;
        import java.lang.instrument.*;
        import java.security.ProtectionDomain;
        import java.util.*;

        public class WeavingAgent implements ClassFileTransformer {
          private final Set<String> woven = new HashSet<>(Arrays.asList(%s));

          public static void premain(String argument, Instrumentation instrumentation) {
            instrumentation.addTransformer(new WeavingAgent(), true);
          }

          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> old, ProtectionDomain domain, byte[] file) {
            return woven.contains(name) ? Copy.of(file) : null;
          }

          static final class Copy extends ClassVisitor {
            Copy(ClassVisitor next) {
              super(Opcodes.ASM9, next);
            }

            static byte[] of(byte[] file) {
              ClassReader reader = new ClassReader(file);
              ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
              reader.accept(new Copy(writer), 0);
              return writer.toByteArray();
            }
          }
        }
        """
            .formatted(woven);
    Path agent = AgentJar.make(folder, "WeavingAgent", source, jar.asm(folder));
    return new Variant(Agent.WEAVING, "weaving alone", List.of("-javaagent:" + agent));
  }
}
