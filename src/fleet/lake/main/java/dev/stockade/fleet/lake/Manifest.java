package dev.stockade.fleet.lake;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.command.JsonTree;
import dev.stockade.cli.command.JsonView;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one batch brought into the lake. It is written last and as a whole: only by it are the
 * batch's files there.
 *
 * @param batch its id, which sorts by time
 * @param made what wrote it: {@code ingest}, {@code compact}, {@code cloudtrail}
 * @param files those that are there by it
 * @param sources what was read for it
 * @param counts what was counted, such as {@code read}, {@code stored}, {@code repeated}
 * @param replaces batches that no longer count: all that is left of theirs is named here
 */
public record Manifest(
    String batch,
    String made,
    List<PartFile> files,
    List<SourceState> sources,
    Map<String, Long> counts,
    List<String> replaces) {
  /** Before the names of counts that are of CloudTrail's events. */
  public static final String TRAIL = "trail.";

  private static final long VERSION = 1;

  public String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("version", VERSION);
    members.put("batch", batch);
    members.put("made", made);
    members.put("counts", counts);
    members.put("files", files.stream().map(Manifest::json).toList());
    members.put("sources", sources.stream().map(SourceState::json).toList());
    members.put("replaces", replaces);
    return JsonText.of(members) + "\n";
  }

  private static Map<String, Object> json(PartFile file) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("path", file.path());
    members.put("rows", file.rows());
    members.put("bytes", file.bytes());
    return members;
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException with a sentence, when it is something else
   */
  public static Manifest of(String json) {
    try {
      Map<String, Object> object = JsonTree.object(json);
      JsonView members = new JsonView("manifest", object);
      if (members.whole("version") != VERSION) {
        throw new IllegalArgumentException(
            "written by another version of Stockade; this one knows version " + VERSION);
      }
      return new Manifest(
          members.text("batch"),
          members.text("made"),
          members.each("files").stream().map(Manifest::file).toList(),
          ((List<?>) object.get("sources")).stream().map(SourceState::of).toList(),
          numbers(object.get("counts")),
          members.texts("replaces"));
    } catch (IOException | ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException("no manifest");
    }
  }

  /** Numbers by their names; none where there are none. */
  static Map<String, Long> numbers(Object value) {
    Map<String, Long> numbers = new TreeMap<>();
    if (value != null) {
      ((Map<?, ?>) value).forEach((name, number) -> numbers.put((String) name, (Long) number));
    }
    return numbers;
  }

  private static PartFile file(JsonView file) {
    return new PartFile(file.text("path"), file.whole("rows"), file.whole("bytes"));
  }
}
