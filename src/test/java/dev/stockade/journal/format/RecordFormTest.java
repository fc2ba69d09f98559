package dev.stockade.journal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each form has to hold of a record, whatever its own words are. */
class RecordFormTest {
  private static final String ID = "ab".repeat(32);

  static Stream<Arguments> all() {
    return Stream.of(RecordForm.values())
        .flatMap(form -> SampleRecords.lines().stream().map(line -> Arguments.of(form, line)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theRecordIsReadAgainAsItWas(RecordForm form, String line) {
    RecordTree record = SampleRecords.tree(line);

    Map<String, Object> written = SampleRecords.map(form.line(record, ID));

    assertThat(RecordForm.record(written)).isEqualTo(record.members());
    assertThat(record.members()).isEqualTo(SampleRecords.tree(line).members());
  }

  @ParameterizedTest
  @EnumSource
  void theIdIsReadAgainWhereTheFormHasOne(RecordForm form) {
    String line = form.line(SampleRecords.trees().get(0), ID);

    String id = RecordForm.id(SampleRecords.map(line));

    assertThat(id).isEqualTo(form == RecordForm.EMF ? null : ID);
  }

  @Test
  void aRecordOfOursIsReadAsItIs() {
    Map<String, Object> record = SampleRecords.map(SampleRecords.lines().get(0));

    assertThat(RecordForm.record(record)).isSameAs(record);
    assertThat(RecordForm.id(record)).isNull();
  }

  @Test
  void whatOthersWroteIsRefusedInASentence() {
    assertThatThrownBy(() -> RecordForm.record(SampleRecords.map("{\"resourceLogs\":[]}")))
        .hasMessageContaining("OTLP");
    for (String line :
        List.of(
            "{\"class_uid\":4001,\"metadata\":{}}",
            "{\"ecs\":{\"version\":\"9\"}}",
            "{\"_aws\":{\"Timestamp\":1}}")) {
      assertThatThrownBy(() -> RecordForm.record(SampleRecords.map(line)))
          .hasMessageMatching(".*of another (product|program)");
    }
  }

  /** An agent reads its own line again, without the library that commands have. */
  @ParameterizedTest
  @MethodSource("all")
  void whatAnAgentWritesIsWhatAnExportMakes(RecordForm form, String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    String written = new String(reshaped(form, bytes), StandardCharsets.UTF_8);
    Map<String, Object> read = SampleRecords.map(written);

    String id = RecordForm.id(read);
    assertThat(written).isEqualTo(form.line(SampleRecords.tree(line), id) + "\n");
    assertThat(written.indexOf('\n')).isEqualTo(written.length() - 1);
  }

  private static byte[] reshaped(RecordForm form, byte[] line) {
    return ReshapedLine.named(form.name().toLowerCase(java.util.Locale.ROOT)).of(line);
  }
}
