package dev.stockade.e2e.contract;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.stockade.e2e.kit.ChildJvm;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Files that others read: the schema of policy files, the profiles, the jar's manifest. */
class FilesContractTest {
  private static final Path SCHEMA = Path.of("..", "docs", "policy.schema.json");

  /** What may be worded anew at any time. */
  private static final Set<String> WORDS = Set.of("title", "description", "examples", "$comment");

  @Test
  void theSchemaOfPolicyFilesHasItsKeysAndChoices() throws Exception {
    JsonElement schema = JsonParser.parseString(Files.readString(SCHEMA));

    Golden.assertSame(
        "policy-schema.txt",
        GoldenJson.fields(withoutWords(schema).getAsJsonObject(), path -> true));
  }

  /** Texts, not the name of a key that happens to be called so. */
  private static JsonElement withoutWords(JsonElement schema) {
    if (!schema.isJsonObject()) {
      return schema;
    }
    JsonObject without = new JsonObject();
    for (Map.Entry<String, JsonElement> member : schema.getAsJsonObject().entrySet()) {
      if (!WORDS.contains(member.getKey()) || !member.getValue().isJsonPrimitive()) {
        without.add(member.getKey(), withoutWords(member.getValue()));
      }
    }
    return without;
  }

  @Test
  void theProfilesAreWhatTheyWere() throws Exception {
    Map<String, String> digests = new TreeMap<>();
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().endsWith(".profile")) {
          try (InputStream in = jar.getInputStream(entry)) {
            digests.put(entry.getName().replaceFirst(".*/", ""), sha256(in.readAllBytes()));
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    digests.forEach((name, digest) -> lines.add(name + " " + digest));

    Golden.assertSame("profiles.txt", lines);
  }

  @Test
  void theJarSaysHowItIsStarted() throws Exception {
    Map<String, String> attributes = new TreeMap<>();
    try (JarFile jar = new JarFile(ChildJvm.JAR.toFile())) {
      jar.getManifest()
          .getMainAttributes()
          .forEach((name, value) -> attributes.put(name.toString(), value.toString()));
    }
    List<String> lines = new ArrayList<>();
    attributes.forEach((name, value) -> lines.add(name + ": " + value));
    lines.removeIf(line -> line.matches("(Build|Created|Implementation-Version).*"));

    Golden.assertSame("manifest.txt", lines);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
