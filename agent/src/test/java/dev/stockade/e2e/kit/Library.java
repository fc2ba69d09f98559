package dev.stockade.e2e.kit;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;
import org.jboss.shrinkwrap.resolver.api.maven.ScopeType;
import org.jboss.shrinkwrap.resolver.api.maven.coordinate.MavenDependencies;
import org.jboss.shrinkwrap.resolver.api.maven.coordinate.MavenDependency;
import org.jboss.shrinkwrap.resolver.api.maven.coordinate.MavenDependencyExclusion;

/**
 * A library in one version with all that it needs at run time, resolved as Maven does it from the
 * machine's own settings. What was found is kept under {@code target/libraries}, so that only the
 * first test asks; a file lock keeps two test JVMs from downloading the same file at once.
 *
 * @param coordinates {@code group:artifact:version}, the nearer version wins as in Maven; the first
 *     of two equally near ones too, so an override is named here
 * @param exclusions {@code group:artifact} that are left out wherever they come from
 */
public record Library(List<String> coordinates, List<String> exclusions) {
  private static final Path CACHE = Path.of("target", "libraries").toAbsolutePath();

  public static Library of(String... coordinates) {
    return new Library(List.of(coordinates), List.of());
  }

  public Library and(String... more) {
    return new Library(joined(coordinates, more), exclusions);
  }

  public Library without(String... excluded) {
    return new Library(coordinates, joined(exclusions, excluded));
  }

  private static List<String> joined(List<String> first, String[] second) {
    return Stream.concat(first.stream(), Arrays.stream(second)).toList();
  }

  /** For {@code -cp}. */
  public String classPath() {
    return jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** The jars in class path order. */
  public List<Path> jars() {
    if (coordinates.isEmpty()) {
      return List.of();
    }
    String key = coordinates + " without " + exclusions;
    Path list =
        CACHE.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".txt");
    synchronized (Library.class) {
      try {
        Files.createDirectories(CACHE);
        try (RandomAccessFile file = new RandomAccessFile(CACHE.resolve("lock").toFile(), "rw")) {
          file.getChannel().lock();
          List<Path> known = read(list);
          return known.isEmpty() ? keep(list, resolve()) : known;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot resolve " + key, e);
      }
    }
  }

  /** The jars of a kept list; none when there is no list or a jar has gone since. */
  private static List<Path> read(Path list) throws IOException {
    if (!Files.exists(list)) {
      return List.of();
    }
    List<Path> jars = Files.readAllLines(list).stream().map(Path::of).toList();
    return jars.stream().allMatch(Files::exists) ? jars : List.of();
  }

  private static List<Path> keep(Path list, List<Path> jars) throws IOException {
    Path half = Files.createTempFile(CACHE, "half", ".txt");
    Files.write(half, jars.stream().map(Path::toString).toList());
    Files.move(half, list, StandardCopyOption.ATOMIC_MOVE);
    return jars;
  }

  private List<Path> resolve() {
    MavenDependencyExclusion[] excluded =
        exclusions.stream()
            .map(MavenDependencies::createExclusion)
            .toArray(MavenDependencyExclusion[]::new);
    List<MavenDependency> dependencies =
        coordinates.stream()
            .map(
                coordinate ->
                    MavenDependencies.createDependency(
                        coordinate, ScopeType.COMPILE, false, excluded))
            .toList();
    return Arrays.stream(
            Maven.configureResolver()
                .addDependencies(dependencies)
                .resolve()
                .withTransitivity()
                .asFile())
        .map(File::toPath)
        .toList();
  }
}
