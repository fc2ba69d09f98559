import dev.stockade.library.LibraryCatalog;
import dev.stockade.weave.HookRows;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the rows of all libraries as lines: {@code java -cp CLASSES HookLines.java FILE}. */
final class HookLines {
  private HookLines() {}

  public static void main(String[] arguments) throws Exception {
    HookRows rows = new HookRows(null);
    new LibraryCatalog(null).addAll(rows);
    Files.writeString(Path.of(arguments[0]), rows.lines());
  }
}
