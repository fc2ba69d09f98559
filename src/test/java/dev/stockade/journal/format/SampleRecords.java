package dev.stockade.journal.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.stockade.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records that agents wrote in real programs: those of the contract, whose times and ports are
 * taken out, and of the build before 0.1.0. And of the kinds that these lack, as the documents have
 * them.
 */
public final class SampleRecords {
  private static final Path CONTRACT =
      Path.of("..", "agent", "src", "test", "resources", "contract");
  private static final String NO_TIME = "0000-00-00T00:00:00.000Z";
  private static final String TIME = "2026-11-23T23:11:21.028Z";

  private static final List<String> OTHERS =
      List.of(
          """
          {"time":"2026-11-23T23:16:02.000Z","kind":"aws.answer","seq":12,"mode":"audit","verdict":"pass",\
          "action":"allowed","aws":{"partition":"aws","service":"s3","region":"eu-west-1",\
          "operation":"PutObject","credential":"temporary","accessKey":"\\u20269876","signature":"valid",\
          "answer":"refused-signature","errorCode":"SignatureDoesNotMatch","requestId":"4442587FB7D0A2F9",\
          "extendedRequestId":"vlR7PnpV2Ce81l0PRw6jlUpck7Jo5ZsQjryTjKlc5aLWGVHPZLj5NeC6qMa0emYBDXOo6QBU0Wo="},\
          "http":{"client":"apache5","method":"PUT","host":"bucket.s3.eu-west-1.amazonaws.com","status":403},\
          "service":"orders","instance":"host-1","pid":5093,"process":"5be1a0c94f0d7723","stockade":"0.1.0"}\
          """,
          """
          {"time":"2026-11-23T23:16:03.000Z","kind":"aws.unseen","seq":13,"mode":"audit","verdict":"note",\
          "action":"allowed","reason":"no watched HTTP client sent it","aws":{"partition":"aws",\
          "answer":"accepted","requestId":"77"},"http":{"client":"com.acme.Http","host":\
          "sqs.eu-west-1.amazonaws.com","status":200},"service":"orders","instance":"host-1","pid":5093}\
          """,
          """
          {"time":"2026-11-23T23:16:04.000Z","kind":"tls.handshake","seq":14,"mode":"audit",\
          "verdict":"pass","action":"allowed","direction":"out","peer":{"host":"db.internal","port":5432},\
          "via":{"host":"proxy.internal","ip":"10.0.0.1","port":3128},"local":{"ip":"10.0.0.9","port":50001},\
          "tls":{"version":"DTLSv1.2","cipher":"SSL_RSA_WITH_RC4_128_SHA","resumed":true,"alpn":"h2"},\
          "service":"orders","instance":"host-1","pid":5093}\
          """,
          """
          {"time":"2026-11-23T23:16:05.000Z","kind":"tls.handshake","seq":15,"mode":"audit",\
          "verdict":"pass","action":"allowed","peer":{"sni":"a.internal"},"tls":{"version":"SSLv3",\
          "engine":"TlsContext"},"service":"orders","instance":"host-1","pid":5093}\
          """,
          """
          {"time":"2026-11-23T23:19:00.000Z","kind":"dropped","seq":17,"mode":"audit",\
          "reason":"the ring was full","count":3,"service":"orders","instance":"host-1","pid":5093}\
          """,
          """
          {"time":"2026-11-23T23:19:01.000Z","kind":"of.later","seq":18,"mode":"audit","news":{"a":[1,{"b":true}]},\
          "service":"orders","instance":"host-1","pid":5093}\
          """);

  private SampleRecords() {}

  /** As lines of journals. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try {
      for (String name : List.of("records-tls.ndjson", "records-aws.ndjson")) {
        lines.addAll(Files.readAllLines(CONTRACT.resolve(name)));
      }
      lines.addAll(Files.readAllLines(TestData.file("cli/before-0.1.0.ndjson")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.addAll(OTHERS);
    lines.replaceAll(line -> line.replace(NO_TIME, TIME));
    return lines;
  }

  public static List<RecordTree> trees() {
    return lines().stream().map(SampleRecords::tree).toList();
  }

  public static RecordTree tree(String line) {
    return RecordTree.of(map(line));
  }

  /** As commands read it. */
  public static Map<String, Object> map(String line) {
    Map<String, Object> members = new LinkedHashMap<>();
    JsonObject object = JsonParser.parseString(line).getAsJsonObject();
    object.entrySet().forEach(member -> members.put(member.getKey(), value(member.getValue())));
    return members;
  }

  private static Object value(JsonElement element) {
    if (element instanceof JsonObject object) {
      return map(object.toString());
    }
    if (element instanceof JsonArray array) {
      return array.asList().stream().map(SampleRecords::value).toList();
    }
    JsonPrimitive one = element.getAsJsonPrimitive();
    return one.isBoolean()
        ? one.getAsBoolean()
        : one.isNumber() ? one.getAsLong() : one.getAsString();
  }
}
