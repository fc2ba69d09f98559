package dev.stockade.policy.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Bytes to YAML nodes, in the core schema of YAML 1.2. */
final class Yaml {
  private static final int MAX_LENGTH = 1 << 20;

  private final LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
  private final Problems problems;

  Yaml(Problems problems) {
    this.problems = problems;
  }

  /** Null when the file is empty or a problem was found. */
  Node read(byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      problems.error(1, "the file has more than 1 MB (" + bytes.length + " bytes)");
      return null;
    }
    String text = text(bytes);
    if (text == null) {
      return null;
    }
    try {
      boolean plain = new PlainYaml(settings, problems).check(text);
      return plain ? new Compose(settings).composeString(text).orElse(null) : null;
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().orElse(null);
      problems.error(mark == null ? 1 : mark.getLine() + 1, sentence(e));
    } catch (ReaderException e) {
      problems.error(
          lineOf(text, e.getPosition()),
          String.format("not YAML: the character U+%04X is not allowed", e.getCodePoint()));
    } catch (RuntimeException e) {
      // Such as a version of YAML that does not exist; these come without a line.
      problems.error(1, "not YAML that can be read");
    }
    return null;
  }

  private String text(byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = UTF_8.newDecoder().decode(in, text, true);
    ((java.nio.Buffer) text).flip();
    if (result.isError()) {
      String before = text.toString();
      problems.error(lineOf(before, before.length()), "the file is not in UTF-8");
      return null;
    }
    boolean marked = text.length() > 0 && text.charAt(0) == '\uFEFF';
    return marked ? text.subSequence(1, text.length()).toString() : text.toString();
  }

  private static String sentence(MarkedYamlEngineException e) {
    if ("while scanning an alias".equals(e.getContext())) {
      return PlainYaml.NO_ALIAS;
    }
    if (e.getProblem().contains("\\t")) {
      return "not YAML: a tab cannot indent, use spaces";
    }
    return "not YAML: " + Wording.foreign(e.getProblem());
  }

  private static int lineOf(String text, int position) {
    int end = Math.min(position, text.length());
    return 1 + (int) text.chars().limit(end).filter(c -> c == '\n').count();
  }
}
