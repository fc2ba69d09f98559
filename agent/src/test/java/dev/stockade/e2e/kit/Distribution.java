package dev.stockade.e2e.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;
import org.jboss.shrinkwrap.resolver.api.maven.ScopeType;
import org.jboss.shrinkwrap.resolver.api.maven.coordinate.MavenDependencies;
import org.jboss.shrinkwrap.resolver.api.maven.coordinate.MavenDependency;

/** What a project ships as one file: a zip to unpack, or a jar that stands alone. */
public final class Distribution {
  private static final Path FOLDER = Path.of("target", "servers").toAbsolutePath();

  private Distribution() {}

  /** Without what it depends on, which is not even looked at: not all of it can be had. */
  public static Path file(String coordinates) {
    MavenDependency alone =
        MavenDependencies.createDependency(
            coordinates, ScopeType.COMPILE, false, MavenDependencies.createExclusion("*", "*"));
    return Maven.configureResolver()
        .addDependency(alone)
        .resolve()
        .withoutTransitivity()
        .asSingleFile()
        .toPath()
        .toAbsolutePath();
  }

  /** The one folder that the zip holds, unpacked once: what a test changes is changed for all. */
  public static synchronized Path unpacked(String coordinates) throws IOException {
    Path zip = file(coordinates);
    Path folder = FOLDER.resolve(zip.getFileName());
    if (!Files.exists(folder)) {
      Files.createDirectories(FOLDER);
      Path half = Files.createTempDirectory(FOLDER, "half");
      unpack(zip, half);
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findFirst().orElseThrow();
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
          throw new IOException(zip + " holds " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(in, path);
        }
      }
    }
  }

  /** The files and folders of one folder in another. */
  public static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return to;
  }
}
