package dev.stockade.fleet.lake;

import dev.stockade.cli.command.JsonView;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a file of journals was read, and by what it is known again: its first bytes and the last
 * line read stay the same when it grows, and when rotation gives it another name.
 *
 * @param name as it was found
 * @param size bytes of the file as it lay there, packed or not, when it was read last
 * @param headLength number of its first bytes, unpacked, that {@code head} is about; at most {@link
 *     #HEAD}
 * @param head SHA-256 of these, in hexadecimal
 * @param offset bytes, unpacked, that were read: whole lines
 * @param lines lines up to there
 * @param lastLine where the last line read starts
 * @param tail SHA-256 of the last line read, in hexadecimal, with its line feed
 * @param runs by process, the time of its first record, as milliseconds since the epoch
 */
public record SourceState(
    String name,
    long size,
    int headLength,
    String head,
    long offset,
    long lines,
    long lastLine,
    String tail,
    Map<String, Long> runs)
    implements Serializable {
  public static final int HEAD = 4096;

  /** As the manifest has it. */
  public Map<String, Object> json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", name);
    members.put("size", size);
    members.put("headLength", headLength);
    members.put("head", head);
    members.put("offset", offset);
    members.put("lines", lines);
    members.put("lastLine", lastLine);
    members.put("tail", tail);
    if (!runs.isEmpty()) {
      members.put("runs", runs);
    }
    return members;
  }

  /** Reads what {@link #json} made. */
  public static SourceState of(Object value) {
    JsonView source = JsonView.of("source", value);
    return new SourceState(
        source.text("name"),
        source.whole("size"),
        source.small("headLength"),
        source.text("head"),
        source.whole("offset"),
        source.whole("lines"),
        source.whole("lastLine"),
        source.text("tail"),
        Manifest.numbers(((Map<?, ?>) value).get("runs")));
  }
}
