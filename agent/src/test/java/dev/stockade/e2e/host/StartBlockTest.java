package dev.stockade.e2e.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.e2e.kit.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shim takes out of the jar, by its start block and without. */
class StartBlockTest {
  private static final String BLOCK = "core.block";

  /** A class of the start, one that the engine may need, and one that a policy file needs. */
  private static final List<String> ENTRIES =
      List.of(
          "dev/stockade/engine/Entry.classdata",
          "dev/stockade/enforce/AwsEnforcement.classdata",
          "dev/stockade/lib/snakeyaml/v2/api/Load.classdata",
          "commands.jar",
          "dev/stockade/version.txt");

  /** Bytes of the jar that each start reads and keeps. */
  private static final int MAX_FRONT = 1_250_000;

  @TempDir Path folder;

  @Test
  void theFrontIsSmall() throws Exception {
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile());
        InputStream in = jar.getInputStream(jar.getEntry(BLOCK))) {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(24)).order(ByteOrder.LITTLE_ENDIAN);

      assertThat(header.getInt(4)).isEqualTo((int) Files.size(ChildJvm.JAR));
      assertThat(header.getInt(16)).isBetween(1, MAX_FRONT);
    }
  }

  @Test
  void givesWhatTheJarHolds() throws Exception {
    assertGivesAll(ChildJvm.JAR);
  }

  @Test
  void aJarThatWasPackedAnewIsReadByItsDirectory() throws Exception {
    assertGivesAll(packedAnew(false));
    assertGivesAll(packedAnew(true));
  }

  /** An upgrade renames another jar into its place: the rest is still that of the same file. */
  @Test
  void aJarThatWasReplacedGivesItsOwnRest() throws Exception {
    Path jar = Files.copy(ChildJvm.JAR, folder.resolve("stockade.jar"));
    Object bytes = open(jar);
    Path next = Files.writeString(folder.resolve("next.jar"), "another");
    Files.move(next, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

    assertThat(get(bytes, ENTRIES.get(2))).isEqualTo(entry(ENTRIES.get(2)));
  }

  @Test
  void aJarThatWasWrittenOverIsNotTakenForItself() throws Exception {
    Path jar = Files.copy(ChildJvm.JAR, folder.resolve("stockade.jar"));
    Object bytes = open(jar);
    Files.write(jar, new byte[(int) Files.size(jar)], StandardOpenOption.WRITE);

    assertThat(get(bytes, ENTRIES.get(0))).isEqualTo(entry(ENTRIES.get(0)));
    assertThat(get(bytes, ENTRIES.get(1))).isEqualTo(entry(ENTRIES.get(1)));
    assertThatThrownBy(() -> get(bytes, ENTRIES.get(2)))
        .hasMessageContaining("the rest of " + jar)
        .hasMessageContaining("start again");
  }

  private static void assertGivesAll(Path jar) throws Exception {
    Object bytes = open(jar);
    for (String name : ENTRIES) {
      assertThat(get(bytes, name)).describedAs("%s of %s", name, jar).isEqualTo(entry(name));
    }
    assertThat(get(bytes, "dev/stockade/engine/Entry")).isNull();
    assertThat(get(bytes, "dev/stockade/NoSuch.classdata")).isNull();
  }

  /** As a shading or signing build would: the same entries, packed by another tool. */
  private Path packedAnew(boolean withBlock) throws IOException {
    Path anew = folder.resolve("anew-" + withBlock + ".jar");
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(anew))) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (withBlock || !entry.getName().equals(BLOCK)) {
          ZipEntry copy = new ZipEntry(entry.getName());
          if (entry.getMethod() == ZipEntry.STORED) {
            copy.setMethod(ZipEntry.STORED);
            copy.setSize(entry.getSize());
            copy.setCrc(entry.getCrc());
          }
          out.putNextEntry(copy);
          out.write(jar.getInputStream(entry).readAllBytes());
        }
      }
      out.putNextEntry(new ZipEntry("added.txt"));
      out.write("by the build".getBytes(UTF_8));
    }
    return anew;
  }

  private static byte[] entry(String name) throws IOException {
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile())) {
      return jar.getInputStream(jar.getEntry("core/" + name)).readAllBytes();
    }
  }

  private static Object open(Path jar) throws Exception {
    URLClassLoader shim = new URLClassLoader(new URL[] {ChildJvm.JAR.toUri().toURL()}, null);
    Constructor<?> constructor =
        shim.loadClass("dev.stockade.agent.JarBytes")
            .getDeclaredConstructor(java.io.File.class, String.class);
    constructor.setAccessible(true);
    return constructor.newInstance(jar.toFile(), "core/");
  }

  private static byte[] get(Object bytes, String name) throws Exception {
    Method get = bytes.getClass().getDeclaredMethod("get", String.class);
    get.setAccessible(true);
    try {
      return (byte[]) get.invoke(bytes, name);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
