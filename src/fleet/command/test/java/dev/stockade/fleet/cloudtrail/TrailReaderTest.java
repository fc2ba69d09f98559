package dev.stockade.fleet.cloudtrail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trails by hand, in the documented form and in forms that a stranger may choose. */
class TrailReaderTest {
  private static final String EVENT =
      """
      {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROAX:i-1",
      "arn":"arn:aws:sts::111122223333:assumed-role/orders/i-1","accountId":"111122223333",
      "accessKeyId":"ASIAABCDEFGHIJKLWXYZ","sessionContext":{"sessionIssuer":{"arn":"other"}}},
      "eventTime":"2026-11-23T18:45:00Z","eventSource":"kms.amazonaws.com","eventName":"Decrypt",
      "awsRegion":"eu-west-1","sourceIPAddress":"10.0.0.1","userAgent":"a \\"quoted\\" {agent",
      "errorCode":"AccessDenied","requestParameters":{"eventID":"not this","list":[1,{"a":null}]},
      "requestID":"r-1","eventID":"e-1","readOnly":true,"eventType":"AwsApiCall",
      "recipientAccountId":"111122223333","eventCategory":"Management","later":{"field":1},
      "tlsDetails":{"tlsVersion":"TLSv1.2","cipherSuite":"ECDHE-RSA-AES128-GCM-SHA256",
      "clientProvidedHostHeader":"kms.eu-west-1.amazonaws.com","keyExchange":"x25519"}}
      """
          .replace("\n", "");

  private final List<String> rows = new ArrayList<>();
  private final TrailReader reader = new TrailReader(event -> rows.add(row(event)));

  private static String row(TrailEvent event) {
    StringBuilder row = new StringBuilder(String.valueOf(event.time()));
    for (int i = 0; i < TrailEvent.TABLE.columns().size(); i++) {
      if (!TrailEvent.isTime(i)) {
        row.append('|').append(event.text(i));
      }
    }
    return row.toString();
  }

  private void read(String text) throws BrokenTrail {
    reader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), false);
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String file(String... events) {
    return "{\"Records\":[" + String.join(",", events) + "]}";
  }

  @Test
  void anEventIsARowWithoutItsWholeKeyAndWithTheSuiteAsJavaNamesIt() throws Exception {
    reader.read(new ByteArrayInputStream(packed(file(EVENT, EVENT))), true);
    assertThat(rows)
        .hasSize(2)
        .contains(
            "2026-11-23T18:45|e-1|r-1|kms.amazonaws.com|Decrypt|eu-west-1|111122223333"
                + "|arn:aws:sts::111122223333:assumed-role/orders/i-1|AssumedRole|111122223333"
                + "|ASIA|…WXYZ|10.0.0.1|a \"quoted\" {agent|Management|AccessDenied|TLSv1.2"
                + "|TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256|x25519|kms.eu-west-1.amazonaws.com");
    assertThat(reader.read()).isEqualTo(2);
    assertThat(reader.aside()).isEmpty();
  }

  @Test
  void whatIsNoRowIsCountedByWhy() throws BrokenTrail {
    read(
        file(
            "{\"eventTime\":\"2026-11-23T18:45:00Z\"}",
            "{\"eventID\":\"e\"}",
            "{\"eventID\":\"e\",\"eventTime\":\"yesterday\"}",
            "{\"eventID\":\"e\",\"eventTime\":\"+292278994-01-01T00:00:00Z\"}",
            "{\"eventID\":\"e\",\"eventTime\":17}",
            "{\"eventID\":{\"e\":1},\"eventTime\":\"2026-11-23T18:45:00Z\"}",
            "7",
            "null",
            "[]"));
    assertThat(rows).isEmpty();
    assertThat(reader.read()).isEqualTo(9);
    assertThat(reader.aside())
        .containsOnly(
            Map.entry("no eventID", 2L), Map.entry("no eventTime", 4L), Map.entry("no object", 3L));
  }

  @Test
  void aGroupThatIsNoObjectAndAShortKeyLeaveTheRowWithoutThem() throws BrokenTrail {
    read(
        file(
            "{\"eventID\":\"e\",\"eventTime\":\"2026-11-23T18:45:00Z\",\"tlsDetails\":null,"
                + "\"userIdentity\":\"root\"}",
            "{\"eventID\":\"f\",\"eventTime\":\"2026-11-23T18:45:00Z\","
                + "\"userIdentity\":{\"accessKeyId\":\"secret\"}}"));
    assertThat(rows).hasSize(2).noneMatch(row -> row.contains("secret"));
    assertThat(rows.get(0)).isEqualTo("2026-11-23T18:45|e" + "|null".repeat(18));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "[]~it is not the JSON of a trail",
        "no JSON at all~it is not the JSON of a trail",
        "{}~it has no list Records",
        "{\"Records\":{}}~it has no list Records",
        "{\"Records\":[]} {}~it is not the JSON of a trail",
        "{\"Records\":[~it ends in the middle",
        "{\"Records\":[{\"eventID\":\"e\"~it ends in the middle",
        "{\"Records\":[{\"eventID\":tru]}~it is not the JSON of a trail",
      })
  void aBrokenFileHasASentence(String text, String why) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(BrokenTrail.class).hasMessage(why);
  }

  @Test
  void anEmptyFileIsBroken() {
    assertThatThrownBy(() -> read("")).hasMessage("it ends in the middle");
  }

  @Test
  void aFileThatIsNoGzipOrIsCutIsBroken() throws IOException {
    byte[] whole = packed(file(EVENT, EVENT));
    assertThatThrownBy(
            () -> reader.read(new ByteArrayInputStream(file(EVENT).getBytes(UTF_8)), true))
        .hasMessage("it is no whole gzip file");
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(cut), true))
        .hasMessage("it ends in the middle");
    byte[] changed = whole.clone();
    changed[whole.length - 6]++;
    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(changed), true))
        .hasMessage("it is no whole gzip file");
  }

  @Test
  void whatIsNestedTooDeeplyIsBrokenAndWhatCameBeforeStays() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThatThrownBy(() -> read(file(EVENT, deep))).isInstanceOf(BrokenTrail.class);
    assertThat(rows).hasSize(1);
  }

  @Test
  void aHugeStringIsReadNoFurtherThanAnEventMayBe() {
    String huge = EVENT.replace("e-1", "x".repeat(4 << 20));
    assertThatThrownBy(() -> read(file(EVENT, huge))).hasMessage("an event is longer than 1 MB");
    assertThat(rows).hasSize(1);
  }

  @Test
  void aLongTextIsCut() throws BrokenTrail {
    read(file(EVENT.replace("a \\\"quoted\\\" {agent", "a".repeat(100_000))));
    assertThat(rows.get(0)).hasSizeLessThan(3_000).contains("(cut, has 100000 characters)");
  }
}
