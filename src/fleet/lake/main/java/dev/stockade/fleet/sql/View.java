package dev.stockade.fleet.sql;

/**
 * A view over the lake's tables.
 *
 * @param name as the questions say it
 * @param text the SELECT, the same for every engine; no semicolon
 */
public record View(String name, String text) {
  static View read(String name) {
    return new View(name, SqlFile.text("views/" + name + ".sql").strip());
  }

  /** The statement that makes it, where all names are those of the session's schema. */
  public String create() {
    return "CREATE OR REPLACE VIEW " + name + " AS\n" + text;
  }
}
