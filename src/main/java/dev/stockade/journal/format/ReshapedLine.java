package dev.stockade.journal.format;

import dev.stockade.base.Digest;
import dev.stockade.journal.record.LineForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What an agent writes in another form than Stockade's own. */
public final class ReshapedLine implements LineForm {
  private final RecordForm form;
  private final MessageDigest digest = Digest.sha256();

  private ReshapedLine(RecordForm form) {
    this.form = form;
  }

  /**
   * @param label a word of the option {@code journal.format}
   * @return null for Stockade's own form
   */
  public static LineForm named(String label) {
    RecordForm form = RecordForm.named(label);
    return form == null ? null : new ReshapedLine(form);
  }

  @Override
  public byte[] of(byte[] line) {
    int length = line.length - 1;
    digest.reset();
    digest.update(line, 0, length);
    String id = Digest.hex(digest.digest());
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    String reshaped = form.line(RecordTree.of(OwnJson.object(text)), id) + "\n";
    return reshaped.getBytes(StandardCharsets.UTF_8);
  }
}
