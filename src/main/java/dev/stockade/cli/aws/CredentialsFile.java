package dev.stockade.cli.aws;

import dev.stockade.cli.request.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Access keys in a file: lines of an id and its secret, with white space, a comma or = between. */
final class CredentialsFile {
  private final Map<String, String> secrets = new HashMap<>();

  private CredentialsFile() {}

  static CredentialsFile read(String file) throws UnreadableException {
    List<String> lines;
    try {
      lines = Files.readAllLines(Paths.get(file));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(file, 0, "cannot be read as text");
    }
    CredentialsFile credentials = new CredentialsFile();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").trim();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("[\\s,=]+", 2);
      if (parts.length < 2 || parts[1].isEmpty()) {
        throw new UnreadableException(file, i + 1, "not an access key id and a secret");
      }
      credentials.secrets.put(parts[0], parts[1]);
    }
    return credentials;
  }

  /** Null for an id that the file does not hold. */
  String secretOf(String accessKeyId) {
    return secrets.get(accessKeyId);
  }
}
