package dev.stockade.policy.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is no YAML, or more YAML than a policy file needs, is refused in one sentence. */
class YamlTest {
  private static final String ALIAS =
      "anchors and aliases (& and *) are not allowed; a text that begins with & or * needs quotes";

  @Test
  void syntaxErrorsHaveALine() {
    assertError("mode: audit\n  log: x", 2, "not YAML: mapping values are not allowed here");
    assertError("rules: [", 1, "not YAML: expected the node content, but found '<stream end>'");
    assertError("rules:\n\taws.unsigned: off", 2, "not YAML: a tab cannot indent, use spaces");
    assertError("mode: off\nlog: \u0001", 2, "not YAML: the character U+0001 is not allowed");
    assertError("%", 1, "not YAML: expected alphabetic or numeric character, but found ?(0)");
    assertError("%YAML 9.9\n---\nmode: off", 1, "not YAML that can be read");
  }

  @Test
  void anchorsAliasesAndTagsAreRefused() {
    assertError("service: &a x\ninstance: *a", 1, ALIAS);
    assertError("mode: off\nservice: *erp.internal", 2, ALIAS);
    assertError("service: *", 1, ALIAS);
    assertError("&a [*a]", 1, ALIAS);
    String merge =
        "merge keys (<<) are not allowed, as YAML 1.2 has none: write the keys out where they hold";
    assertError("mode: off\n<<: {mode: audit}", 2, merge);
    assertError("exceptions:\n- <<: {id: x}\n  owner: o", 2, merge);
    String tag = "tags (!) are not allowed; a text that begins with ! needs quotes";
    assertError("mode: !!str off", 1, tag);
    assertError("!x {}", 1, tag);
  }

  @Test
  void oneDocumentIsRead() {
    assertThat(parse("---\nmode: off\n...\n").problems()).isEmpty();
    assertError(
        "mode: off\n---\nmode: audit",
        2,
        "a second document begins here; a policy file is one YAML document");
  }

  @Test
  void sizeAndDepthAreLimited() {
    assertError("[".repeat(100_000), 1, "nested deeper than 20 levels");
    assertError(" ".repeat((1 << 20) + 1), 1, "the file has more than 1 MB (1048577 bytes)");
    String many = "x: 1\n".repeat(200_000);
    assertThat(parse(many).problems()).hasSize(100);
  }

  @Test
  void theEncodingIsUtf8WithOrWithoutMark() {
    assertThat(parse("\uFEFFservice: Zürich\r\nlog: info\r\n").options().get("service").value())
        .isEqualTo("Zürich");
    assertThat(parse("\uFEFFmode: off\r\n\r\nlog: info").options().get("log").line()).isEqualTo(3);
    byte[] latin = {'a', ':', '\n', (byte) 0xfc, '\n'};
    assertThat(PolicyFile.parse("p", latin, 0).problems())
        .extracting(Problem::toString)
        .containsExactly("p:2: error: the file is not in UTF-8");
    assertThat(PolicyFile.parse("p", new byte[] {'a', (byte) 0xc3}, 0).isUsable()).isFalse();
  }

  @Test
  void aFileThatSaysNothingIsADefaultPolicy() {
    for (String text : new String[] {"# nothing\n", "---\n", "\uFEFF", "{}", "~"}) {
      assertThat(parse(text).problems()).as(text).isEmpty();
      assertThat(parse(text).isUsable()).isTrue();
    }
  }

  @Test
  void anEmptyFileIsWarnedOf() {
    for (String text : new String[] {"", "\n", " \n "}) {
      assertThat(parse(text).problems())
          .extracting(Problem::toString)
          .containsExactly(
              "p:1: warning: the file is empty, which no process takes; 'mode: audit' has nothing"
                  + " enforced");
      assertThat(parse(text).isUsable()).isTrue();
    }
  }

  private static void assertError(String text, int line, String sentence) {
    assertThat(parse(text).problems())
        .extracting(Problem::toString)
        .containsExactly("p:" + line + ": error: " + sentence);
  }

  private static PolicyFile parse(String text) {
    return PolicyFile.parse("p", text.getBytes(UTF_8), 0);
  }
}
