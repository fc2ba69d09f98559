package dev.stockade.fleet.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stockade.cli.command.JsonTree;
import dev.stockade.fleet.lake.Tables;
import dev.stockade.journal.format.RecordForm;
import dev.stockade.journal.format.RecordTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordParserTest {
  private static final String WHOSE =
      "\"service\":\"orders\",\"instance\":\"one\",\"pid\":7,\"seq\":3";
  private static final String CONTROL = "a control character stands within a text";
  private static final String HANDSHAKE =
      "{\"time\":\"2026-11-09T10:00:00.123Z\",\"kind\":\"tls.handshake\",\"peer\":{\"host\":\"db\","
          + "\"port\":5432},\"tls\":{\"version\":\"TLSv1.3\",\"resumed\":true},\"rules\":[\"a\",\"b\"],"
          + WHOSE
          + "}";

  private final RecordParser parser = new RecordParser();

  @Test
  void aMemberGoesToItsColumn() throws UnreadableLine {
    Row row = parse(HANDSHAKE);
    assertThat(row.table().name()).isEqualTo(Tables.HANDSHAKES);
    assertThat(text(row, "peer_host")).isEqualTo("db");
    assertThat(number(row, "peer_port")).isEqualTo(5432);
    assertThat(number(row, "tls_resumed")).isEqualTo(1);
    assertThat(row.texts(row.table().indexOf("rules"))).containsExactly("a", "b");
    assertThat(row.day()).isEqualTo("2026-11-09");
    assertThat(text(row, "extra")).isNull();
  }

  @Test
  void aRecordThatStandsForOneHasItsTimeAsFirst() throws UnreadableLine {
    Row row = parse(HANDSHAKE);
    assertThat(number(row, "n")).isEqualTo(1);
    assertThat(number(row, "first_ts")).isEqualTo(row.time()).isEqualTo(1_794_218_400_123_000L);
    assertThat(number(row, "last_ts")).isEqualTo(Row.NULL);
  }

  @Test
  void ofAFoldedRecordTheLastTimeIsKept() throws UnreadableLine {
    Row row =
        parse(
            HANDSHAKE.replace(
                "\"rules\"",
                "\"count\":29,\"first\":\"2026-11-09T09:00:00Z\","
                    + "\"last\":\"2026-11-09T09:59:00.000Z\",\"rules\""));
    assertThat(number(row, "n")).isEqualTo(29);
    assertThat(row.time() - number(row, "first_ts")).isEqualTo(3_600_123_000L);
    assertThat(row.time() - number(row, "last_ts")).isEqualTo(60_123_000L);
  }

  @Test
  void whatHasNoColumnGoesToExtraButTheChain() throws UnreadableLine {
    Row row =
        parse(
            HANDSHAKE
                .replace("\"tls\":{", "\"tls\":{\"new\":[1,{\"x\":null}],")
                .replace("\"rules\"", "\"aws\":{\"service\":\"s3\"},\"prev\":\"00\",\"rules\""));
    assertThat(text(row, "extra"))
        .isEqualTo("{\"tls\":{\"new\":[1,{\"x\":null}]},\"aws\":{\"service\":\"s3\"}}");
  }

  @Test
  void aValueThatDoesNotFitItsColumnGoesToExtra() throws UnreadableLine {
    Row row = parse(HANDSHAKE.replace("5432", "\"https\"").replace("true", "\"perhaps\""));
    assertThat(number(row, "peer_port")).isEqualTo(Row.NULL);
    assertThat(text(row, "extra"))
        .isEqualTo("{\"peer\":{\"port\":\"https\"},\"tls\":{\"resumed\":\"perhaps\"}}");
  }

  @Test
  void aKindOfALaterVersionIsAnEvent() throws UnreadableLine {
    Row row = parse(HANDSHAKE.replace("tls.handshake", "quantum"));
    assertThat(row.table().name()).isEqualTo(Tables.EVENTS);
    assertThat(text(row, "extra")).contains("\"tls\":{\"version\":\"TLSv1.3\"");
  }

  @Test
  void whatIsNoRecordIsToldWithItsReason() {
    refuses(HANDSHAKE.substring(0, 90), "not one whole JSON object");
    refuses(HANDSHAKE + "{}", "not one whole JSON object");
    refuses("", "not one whole JSON object");
    refuses("[1]", "not one whole JSON object");
    refuses("{\"message\":\"hello\"}", "no record of Stockade's, which has time and kind");
    refuses(HANDSHAKE.replace("\"pid\":7", "\"pid\":\"abc\""), "pid is no number");
    refuses(HANDSHAKE.replace("\"pid\":7", "\"pid\":7.5"), "pid is no number");
    refuses(HANDSHAKE.replace("\"pid\":7", "\"pid\":null"), "pid is no number");
    refuses(HANDSHAKE.replace("\"seq\":3", "\"count\":1"), "it has no seq");
    refuses(HANDSHAKE.replace("\"seq\":3", "\"seq\":3,\"seq\":4"), "it has seq twice");
    refuses(HANDSHAKE.replace("\"seq\":3", "\"seq\":3,\"count\":0"), "count is 0");
    refuses(HANDSHAKE.replace("2026-11-09", "2026-13-09"), "time is no time");
    refuses(HANDSHAKE.replace("db", "d\u0001b"), "a control character stands within a text");
    refuses(HANDSHAKE.replace("db", "\\q"), "a text has an escape that JSON does not know");
    refuses(HANDSHAKE.replace("true", "[".repeat(100_000)), "nested too deeply");
  }

  @Test
  void bytesThatAreNoUtf8AreNoRecord() {
    byte[] line = HANDSHAKE.replace("db", "d!").getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < line.length; i++) {
      line[i] = line[i] == '!' ? (byte) 0xff : line[i];
    }
    assertThatThrownBy(() -> parser.parse(line, 0, line.length, null)).hasMessage("not UTF-8");
  }

  @Test
  void textsAreWhatJsonSays() throws UnreadableLine {
    assertThat(text(parse(HANDSHAKE.replace("db", "…\\u00e9\\n\\\"")), "peer_host"))
        .isEqualTo("…é\n\"");
  }

  @Test
  void recordsInFormsOfOtherProductsAreRead() throws Exception {
    Row own = parse(HANDSHAKE);
    for (RecordForm form : RecordForm.values()) {
      Row row = parse(form.line(RecordTree.of(JsonTree.object(HANDSHAKE)), "id"));
      assertThat(text(row, "peer_host")).isEqualTo("db");
      assertThat(row.time()).isEqualTo(own.time());
      assertThat(row.seq()).isEqualTo(own.seq());
    }
    refuses("{\"resourceLogs\":[]}", "OTLP, which is not read again: export it from the journal");
  }

  @Test
  void theHostIsPutBeforeTheInstanceAndIntoTheHash() throws UnreadableLine {
    byte[] line = HANDSHAKE.getBytes(StandardCharsets.UTF_8);
    Row one = parser.parse(line, 0, line.length, "host-1");
    Row none = parser.parse(line, 0, line.length, null);
    assertThat(text(one, "instance")).isEqualTo("host-1/one");
    assertThat(number(one, "line_hash")).isNotEqualTo(number(none, "line_hash"));
    // The first 64 bits of what sha256sum tells of the line.
    assertThat(number(none, "line_hash")).isEqualTo(number(parse(HANDSHAKE), "line_hash"));
  }

  /** Eight bytes are looked at in one go, so each length and each place counts. */
  @Test
  void aTextOfEachLengthIsReadWhereverItStands() throws UnreadableLine {
    for (int length = 0; length < 20; length++) {
      for (String odd : List.of("", "ü", "…", "\\\"", "\\u00fc", "\\\\")) {
        for (int place = 0; place <= length; place++) {
          String json = "a".repeat(place) + odd + "b".repeat(length - place);
          String plain = json.replace("\\u00fc", "ü").replace("\\\\", "\\").replace("\\\"", "\"");
          String line = HANDSHAKE.replace("\"db\"", "\"" + json + "\"");
          assertThat(text(parse(line), "peer_host")).isEqualTo(plain);
          byte[] alone = line.replace("}", " }").getBytes(StandardCharsets.UTF_8);
          Row row = parser.parse(alone, 0, alone.length, null);
          assertThat(text(row, "peer_host")).isEqualTo(plain);
        }
      }
    }
  }

  @Test
  void bytesThatAreNoUtf8AndControlCharactersAreFoundAtEachPlace() {
    for (int place = 0; place < 20; place++) {
      String text = "a".repeat(place) + "\u0001" + "b".repeat(20 - place);
      refuses(HANDSHAKE.replace("\"db\"", "\"" + text + "\""), CONTROL);
      byte[] line =
          HANDSHAKE
              .replace("\"db\"", "\"" + text.replace('\u0001', '\u00ff') + "\"")
              .getBytes(StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> parser.parse(line, 0, line.length, null)).hasMessage("not UTF-8");
    }
  }

  private Row parse(String line) throws UnreadableLine {
    byte[] bytes = ("x" + line + "x").getBytes(StandardCharsets.UTF_8);
    return parser.parse(bytes, 1, bytes.length - 1, null);
  }

  @Test
  void ofTextsThatRowsShareTheMemoryIsCountedOnce() throws UnreadableLine {
    parse(HANDSHAKE);
    long before = parser.held();
    parse(HANDSHAKE);
    long same = parser.held() - before;
    parse(HANDSHAKE.replace("\"db\"", "\"another-db\""));
    long other = parser.held() - before - same;

    assertThat(same).isBetween(100L, 400L);
    assertThat(other - same).isBetween(50L, 80L);
  }

  private void refuses(String line, String why) {
    for (String one : List.of(line, " " + line + "\r")) {
      assertThatThrownBy(() -> parse(one)).isInstanceOf(UnreadableLine.class).hasMessage(why);
    }
  }

  private static String text(Row row, String column) {
    return row.text(row.table().indexOf(column));
  }

  private static long number(Row row, String column) {
    return row.number(row.table().indexOf(column));
  }
}
