package dev.stockade.journal.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a stranger puts into a record, its line is one line, and an event of its format. */
class HostileRecordTest {
  private static final List<Object> VALUES =
      List.of(
          "a\r\n{\"kind\":\"tamper\"}",
          "\u001b[31mred\u0007",
          "\u202egnp.exe",
          "\ud83d",
          "\ude00\ud83d",
          "\u0000",
          "",
          "::::",
          "1.2.3.4.5",
          "fe80::1%eth0",
          "</script>",
          "=1+1",
          -1L,
          Long.MAX_VALUE,
          true,
          List.of("a", Map.of("b", 1L)),
          Map.of("host", "x", "a.b", "\u2028"));

  private final Random random = new Random(20261130);

  @ParameterizedTest
  @EnumSource
  void itIsOneWholeLineAllTheSame(RecordForm form) {
    List<String> lines = SampleRecords.lines();
    for (int i = 0; i < 4_000; i++) {
      Map<String, Object> record = SampleRecords.map(lines.get(i % lines.size()));
      spoil(record);
      RecordTree tree = RecordTree.of(record);

      String line = form.line(tree, "ab".repeat(32));

      assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
      assertThat(line.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
      assertThat(errors(form, line)).describedAs(line).isEmpty();
      assertThat(RecordForm.record(SampleRecords.map(line)))
          .describedAs(line)
          .containsEntry("kind", tree.get("kind"));
    }
  }

  private static List<String> errors(RecordForm form, String line) {
    return switch (form) {
      case OCSF -> OcsfSchemas.errors(line);
      case ECS -> EcsFields.errors(line);
      case EMF -> List.of();
    };
  }

  /** One to four members, at any depth, but what makes it a record. */
  private void spoil(Map<String, Object> record) {
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      spoil(record, "");
    }
  }

  @SuppressWarnings("unchecked")
  private void spoil(Map<String, Object> members, String above) {
    List<String> names = new ArrayList<>(members.keySet());
    String name = names.get(random.nextInt(names.size()));
    if (members.get(name) instanceof Map<?, ?> below && random.nextInt(4) > 0) {
      Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) below);
      if (!copy.isEmpty()) {
        spoil(copy, name + ".");
      }
      members.put(name, copy);
    } else if (!List.of("time", "kind").contains(above + name)) {
      members.put(name, VALUES.get(random.nextInt(VALUES.size())));
    }
  }
}
