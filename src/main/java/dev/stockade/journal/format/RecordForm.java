package dev.stockade.journal.format;

import java.util.Map;

/** The forms of other products that a journal can have, by the option's words. */
public enum RecordForm {
  OCSF("ocsf"),
  ECS("ecs"),
  EMF("emf");

  private final String label;

  RecordForm(String label) {
    this.label = label;
  }

  /** The form with this name, or null. */
  public static RecordForm named(String label) {
    for (RecordForm one : values()) {
      if (one.label.equals(label)) {
        return one;
      }
    }
    return null;
  }

  /**
   * A record as one line of JSON, without a line feed. What has no place in the form rides along,
   * so that nothing is lost.
   *
   * @param record stays as it is
   * @param id of the event, the same whenever it is written
   */
  public String line(RecordTree record, String id) {
    return TreeText.of(form().write(record.copy(), id).members());
  }

  /**
   * The record that a line holds, be it one of Stockade's own or of another form.
   *
   * @param line the line's object; returned itself where it is a record already
   * @throws IllegalArgumentException for a form that cannot be read again
   */
  public static Map<String, Object> record(Map<String, Object> line) {
    if (isRecord(line)) {
      return line;
    }
    RecordTree tree = RecordTree.of(line);
    RecordForm form = of(tree);
    return form == null ? line : form.form().read(tree).members();
  }

  /** The event's id that a line holds; null where its record is to be named by the line's hash. */
  public static String id(Map<String, Object> line) {
    RecordTree tree = isRecord(line) ? null : RecordTree.of(line);
    RecordForm form = tree == null ? null : of(tree);
    return form == null ? null : form.form().id(tree);
  }

  private Form form() {
    return this == OCSF ? new Ocsf() : this == ECS ? new Ecs() : new Emf();
  }

  private static boolean isRecord(Map<String, Object> line) {
    return line.containsKey("kind") && !line.containsKey("_aws");
  }

  private static RecordForm of(RecordTree line) {
    if (line.has("resourceLogs")) {
      throw new IllegalArgumentException(
          "OTLP, which is not read again: export it from the journal");
    }
    for (RecordForm one : values()) {
      if (one.form().isOf(line)) {
        return one;
      }
    }
    return null;
  }
}
