package dev.stockade.base;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void everyCharacterSurvives() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x10000; c++) {
      all.append((char) c).append('|');
    }
    assertThat(roundTrip(all.toString())).isEqualTo(all.toString());
  }

  @Test
  void hostileTextStaysInsideItsStringAndOnItsLine() {
    String hostile = "\"},\\\"a\":\n\r\t\0\u001b[31m\u0085\u2028\u2029\ud800x\udc00 \ud83d\ude00\\";
    String line = new Json().text("host", hostile).members();
    assertThat(line).doesNotContain("\n", "\r", "\u0085", "\u2028", "\u2029", "\u001b");
    assertThat(roundTrip(hostile)).isEqualTo(hostile);
  }

  @Test
  void aPairOfSurrogatesIsOneCharacterInUtf8() {
    assertThat(new Json().text("a", "\ud83d\ude00").members()).isEqualTo("\"a\":\"\ud83d\ude00\"");
  }

  @Test
  void nestsAsDeepAsItIsTold() {
    Json json = new Json().beginList("a");
    json.beginItem().text("b", "1").begin("c").begin("d").begin("e").number("f", 2);
    json.end().end().begin("none").end().end().end();
    json.beginItem().end().beginItem().text("b", "3").end().endList().number("g", 4);
    assertThat(json.members())
        .isEqualTo("\"a\":[{\"b\":\"1\",\"c\":{\"d\":{\"e\":{\"f\":2}}}},{\"b\":\"3\"}],\"g\":4");
  }

  @Test
  void whatIsAbsentLeavesNoTrace() {
    Json json = new Json().text("a", null).begin("b").text("c", null).end();
    json.beginList("d").endList().members("").number("e", 5);
    assertThat(json.members()).isEqualTo("\"e\":5");
  }

  @Test
  void aListThatIsGivenAsAWholeStaysEmpty() {
    Json json = new Json().begin("a").texts("b", List.of()).objects("c", List.of()).end();
    json.texts("d", List.of("x", "\"")).objects("e", List.of("\"f\":1", "")).number("g", 2);
    assertThat(json.members())
        .isEqualTo("\"a\":{\"b\":[],\"c\":[]},\"d\":[\"x\",\"\\\"\"],\"e\":[{\"f\":1},{}],\"g\":2");
  }

  @Test
  void everyCharacterSurvivesInAscii() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x10000; c++) {
      all.append((char) c).append('|');
    }
    StringBuilder out = new StringBuilder();
    Json.ascii(out, all.toString());
    assertThat(out.toString()).matches("[ -~]+");
    assertThat(JsonParser.parseString(out.toString()).getAsString()).isEqualTo(all.toString());
  }

  @Test
  void membersAreSeparated() {
    Json json = new Json().number("a", -1).begin("b").flag("c", true).text("d", "{").end();
    json.beginList("e").item("x").item("y").endList().members("\"f\":1").text("g", "h");
    assertThat(json.members())
        .isEqualTo(
            "\"a\":-1,\"b\":{\"c\":true,\"d\":\"{\"},\"e\":[\"x\",\"y\"],\"f\":1,\"g\":\"h\"");
  }

  private static String roundTrip(String text) {
    byte[] utf8 =
        ("{" + new Json().text("t", text).members() + "}").getBytes(StandardCharsets.UTF_8);
    String read = new String(utf8, StandardCharsets.UTF_8);
    JsonObject object = JsonParser.parseString(read).getAsJsonObject();
    return object.get("t").getAsString();
  }
}
