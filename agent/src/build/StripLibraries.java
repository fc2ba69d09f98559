import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;

/**
 * Takes the names of local variables and the numbers of lines out of the libraries' classes: {@code
 * java StripLibraries.java FOLDER}. Those of Stockade's own stay, for stack traces.
 */
final class StripLibraries {
  private StripLibraries() {}

  public static void main(String[] arguments) throws IOException {
    try (Stream<Path> below = Files.walk(Path.of(arguments[0]))) {
      for (Path file : below.filter(one -> one.toString().endsWith(".classdata")).toList()) {
        ClassWriter stripped = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(file)).accept(stripped, ClassReader.SKIP_DEBUG);
        Files.write(file, stripped.toByteArray());
      }
    }
  }
}
