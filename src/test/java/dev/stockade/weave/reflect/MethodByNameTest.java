package dev.stockade.weave.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodByNameTest {
  @Test
  void aFactThatIsMissingOrThrowsIsUnknown() {
    Library library = new Library();
    assertThat(ifKnown("said", library)).isEqualTo("said");
    assertThat(ifKnown("nothing", library)).isNull();
    assertThat(ifKnown("newer", library)).isEqualTo("unknown");
    assertThat(ifKnown("broken", library)).isEqualTo("unknown");
    assertThat(ifKnown("unlinked", library)).isEqualTo("unknown");
    assertThat(ifKnown("said", null)).isEqualTo("unknown");
  }

  private static Object ifKnown(String name, Object target) {
    return new MethodByName(name).ifKnown(target, "unknown");
  }

  @SuppressWarnings({"unused", "DoNotCallSuggester"}) // called by name
  public static final class Library {
    public String said() {
      return "said";
    }

    public String nothing() {
      return null;
    }

    public String broken() throws Exception {
      throw new Exception("not now");
    }

    public String unlinked() {
      throw new UnsatisfiedLinkError("no such native method");
    }
  }
}
