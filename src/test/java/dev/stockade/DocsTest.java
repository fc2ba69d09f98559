package dev.stockade;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the documents lead somewhere. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

  static java.util.List<Path> docs() {
    return Docs.all();
  }

  @ParameterizedTest
  @MethodSource("docs")
  void everyLinkIsThere(Path file) {
    Matcher link = LINK.matcher(Docs.text(file));
    while (link.find()) {
      String name = link.group(1);
      if (name.contains("://")) {
        continue;
      }
      Path target = name.isEmpty() ? file : file.resolveSibling(name).normalize();
      assertThat(Files.exists(target)).describedAs("%s in %s", link.group(), file).isTrue();
      if (link.group(2) != null) {
        assertThat(headings(target)).describedAs("in %s", file).contains(link.group(2));
      }
    }
  }

  /** As they are written in links: lower case, blanks as dashes, other signs left out. */
  private static Set<String> headings(Path file) {
    return Docs.text(file)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(toSet());
  }
}
