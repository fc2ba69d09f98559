package dev.stockade.e2e.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.library.LibraryCatalog;
import dev.stockade.weave.Hook;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of hooks finds its method wherever its class is there, in every version of its library,
 * and somewhere its class; each library has a row in each of its versions; and what a handler looks
 * for by name is there wherever the handler can be reached.
 *
 * <p>A name counts as there when some class of the library, or of what it needs, has it.
 */
class HookRowsTest {
  private static final Map<HookedLibrary, Survey> SURVEYS = new HashMap<>();
  private static HandlerNames names;
  private static Rows rows;

  @BeforeAll
  static void read() throws IOException, URISyntaxException {
    URI core = LibraryCatalog.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    names = new HandlerNames(Path.of(core));
    rows = new Rows(names);
  }

  static Stream<HookedLibrary> libraries() throws IOException {
    return HookedLibrary.all();
  }

  /** Made once, whichever test asks first. */
  private static Survey survey(HookedLibrary library) throws IOException {
    Survey survey = SURVEYS.get(library);
    if (survey == null) {
      survey = new Survey(rows, library);
      SURVEYS.put(library, survey);
    }
    return survey;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("libraries")
  void aClassHasTheMethodsOfItsRows(HookedLibrary library) throws IOException {
    Survey survey = survey(library);

    assertThat(survey.found()).isNotEmpty();
    assertThat(survey.lacking()).describedAs("found: %s", survey.found()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("libraries")
  void aHandlerFindsItsNames(HookedLibrary library) throws IOException {
    Absences written = new Absences();
    Set<Want> absent = survey(library).absent();
    absent.removeIf(want -> written.isKnown(want, library));

    assertThat(absent).isEmpty();
  }

  @Test
  void eachRowIsFoundSomewhere() throws IOException {
    Set<Hook> nowhere = new HashSet<>(rows.all());
    nowhere.removeIf(row -> row.className().equals(Hook.DISCOVERED));
    for (HookedLibrary library : libraries().toList()) {
      nowhere.removeAll(survey(library).found());
    }

    assertThat(nowhere).extracting(row -> row.className() + " " + row).isEmpty();
  }

  @Test
  void eachNameOfAHandlerIsFoundSomewhere() throws IOException {
    Set<Want> nowhere = rows.wants();
    for (HookedLibrary library : libraries().toList()) {
      nowhere.removeAll(survey(library).present());
    }

    assertThat(nowhere).isEmpty();
    assertThat(names.unread()).isEmpty();
  }

  /** In the newest version of some library. */
  @Test
  void eachNameThatAllShareIsFoundSomewhere() throws IOException {
    NameSearch search = new NameSearch(names.shared());
    search.in(HookedLibrary.jdk(17).own());
    Map<String, HookedLibrary> newest = new LinkedHashMap<>();
    libraries().forEach(library -> newest.put(library.name(), library));
    for (HookedLibrary library : newest.values()) {
      search.in(library.own());
    }

    assertThat(search.missing()).isEmpty();
  }

  @Test
  void whatMayBeAbsentIsAbsentSomewhere() throws IOException {
    Absences written = new Absences();
    for (HookedLibrary library : libraries().toList()) {
      for (Want want : survey(library).absent()) {
        written.isKnown(want, library);
      }
    }

    assertThat(written.unmet()).isEmpty();
  }
}
