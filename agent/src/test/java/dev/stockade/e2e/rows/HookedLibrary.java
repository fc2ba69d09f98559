package dev.stockade.e2e.rows;

import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;

/**
 * A library in one version, or a JDK, whose classes the rows are held against.
 *
 * @param name of all its versions
 * @param beside artifacts that programs have beside it, in whose classes names may be, too
 */
record HookedLibrary(String name, String version, List<String> beside) {
  private static final String JDK = "JDK";

  private static final Path LIST = Path.of("src/test/resources/rows/libraries.txt");

  static Stream<HookedLibrary> all() throws IOException {
    return Stream.concat(
        libraries().stream(), Jdk.all().stream().map(jdk -> HookedLibrary.jdk(jdk.feature())));
  }

  static HookedLibrary jdk(int feature) {
    return new HookedLibrary(JDK, "" + feature, List.of());
  }

  private static List<HookedLibrary> libraries() throws IOException {
    boolean published = System.getProperty("rows.versions", "").equals("all");
    List<HookedLibrary> libraries = new ArrayList<>();
    for (String line : Files.readAllLines(LIST)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        List<String> words = List.of(line.split(" ", -1));
        String name = words.get(0);
        List<String> beside = words.stream().skip(1).filter(word -> word.contains(":")).toList();
        List<String> versions = words.subList(1 + beside.size(), words.size());
        for (String version : published ? published(name, versions.get(0)) : versions) {
          libraries.add(new HookedLibrary(name, version, beside));
        }
      }
    }
    return libraries;
  }

  private static List<String> published(String name, String first) {
    return Maven.configureResolver()
        .resolveVersionRange(name + ":[" + first + ",)")
        .getVersions()
        .stream()
        .map(coordinate -> coordinate.getVersion())
        .toList();
  }

  /** Its own classes. */
  ClassFiles own() {
    if (name.equals(JDK)) {
      Jdk jdk = Jdk.of(Integer.parseInt(version));
      jdk.java();
      return ClassFiles.jdk(jdk.home(), jdk.feature());
    }
    return ClassFiles.jars(
        List.of(
            Maven.configureResolver()
                .resolve(toString())
                .withoutTransitivity()
                .asSingleFile()
                .toPath()));
  }

  /** Those of what it needs and of what is beside it, found out when they are read. */
  ClassFiles others() {
    return reader -> {
      if (!name.equals(JDK)) {
        Library all = Library.of(toString()).and(beside.toArray(String[]::new));
        ClassFiles.jars(all.jars()).each(reader);
      }
    };
  }

  @Override
  public String toString() {
    return name + (name.equals(JDK) ? " " : ":") + version;
  }
}
