package dev.stockade.e2e.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryTest {
  @Test
  void bringsWhatTheLibraryNeedsInTheVersionsThatMavenChooses() {
    assertThat(names(Library.of("com.squareup.okhttp3:okhttp:3.14.9")))
        .containsExactly("okhttp-3.14.9.jar", "okio-1.17.2.jar");
  }

  @Test
  void letsATestChooseAnotherVersionOrLeaveAPartOut() {
    Library okhttp = Library.of("com.squareup.okhttp3:okhttp:3.14.9");
    assertThat(names(okhttp.and("com.squareup.okio:okio:1.17.6")))
        .containsExactlyInAnyOrder("okhttp-3.14.9.jar", "okio-1.17.6.jar");
    assertThat(names(okhttp.without("com.squareup.okio:okio")))
        .containsExactly("okhttp-3.14.9.jar");
  }

  private static List<String> names(Library library) {
    return library.jars().stream().map(jar -> jar.getFileName().toString()).toList();
  }
}
