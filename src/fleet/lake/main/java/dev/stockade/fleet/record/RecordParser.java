package dev.stockade.fleet.record;

import dev.stockade.fleet.lake.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes rows of lines. A member that has no column, or whose value does not fit into it, goes to
 * the column extra as it stands, so that records of later versions lose nothing; only the chain's
 * hash is left out, as a chain can be checked on the files alone. Without when, what, whose and
 * which number a line is no record.
 *
 * <p>Used by one thread.
 */
public final class RecordParser {
  private static final int TIME = Member.slot("time");
  private static final int KIND = Member.slot("kind");
  private static final int COUNT = Member.slot("count");
  private static final int FIRST = Member.slot("first");
  private static final int LAST = Member.slot("last");
  private static final int[] NEEDED = {
    TIME,
    KIND,
    Member.slot("service"),
    Member.slot("instance"),
    Member.slot("pid"),
    Member.slot("seq")
  };

  /** Bytes of memory of a row beside its values, and of a short list beside its texts. */
  private static final int ROW = 32;

  private static final int LIST = 80;

  /** Of which a wrong value makes a line unreadable. */
  private static final boolean[] STRICT = new boolean[Member.COLUMNS.size()];

  static {
    for (int slot : NEEDED) {
      STRICT[slot] = true;
    }
    STRICT[COUNT] = true;
    STRICT[FIRST] = true;
    STRICT[LAST] = true;
  }

  private final JsonScanner json = new JsonScanner();
  private final LineHash hash = new LineHash();
  private final TextCache cache = new TextCache();
  private final OtherForms forms = new OtherForms();
  private final Extra extra = new Extra();
  private final Object[] values = new Object[STRICT.length];
  private final long[] numbers = new long[STRICT.length];

  /** By slot, where its value starts and ends. */
  private final int[] places = new int[2 * STRICT.length];

  private final int[] slots = new int[STRICT.length];
  private int count;
  private final boolean[] taken = new boolean[STRICT.length];
  private RowBlocks blocks = new RowBlocks();
  private List<String> lastTexts = List.of();
  private long held;

  public RecordParser() {
    Arrays.fill(numbers, Row.NULL);
  }

  /** Other threads may have what was read before: from now on nothing is added to its blocks. */
  public void leaveRows() {
    blocks = new RowBlocks();
  }

  /** Bytes of memory that all rows so far were given, about; texts that they share count once. */
  public long held() {
    return held + cache.made();
  }

  /**
   * Reads one line.
   *
   * @param host what tells the journal's host from others, put before the record's instance; null
   *     for nothing
   * @throws UnreadableLine with the reason, for what is no record
   */
  public Row parse(byte[] line, int from, int to, String host) throws UnreadableLine {
    if (!isOwn(line, from, to)) {
      byte[] record = forms.record(line, from, to);
      scan(record, 0, record.length);
    }
    Row row = row();
    row.setNumber(Row.LINE_HASH, hash.of(line, from, to, host));
    if (host != null) {
      row.setValue(Row.INSTANCE, cache.made(host + "/" + row.instance()));
    }
    return row;
  }

  /** False for what may be a record in another product's form, whose time may be a number. */
  private boolean isOwn(byte[] line, int from, int to) throws UnreadableLine {
    try {
      scan(line, from, to);
    } catch (UnreadableLine e) {
      if (taken[KIND]) {
        throw e;
      }
    }
    return taken[KIND] && !extra.has("_aws");
  }

  private void scan(byte[] line, int from, int to) throws UnreadableLine {
    for (int i = 0; i < count; i++) {
      taken[slots[i]] = false;
      values[slots[i]] = null;
      numbers[slots[i]] = Row.NULL;
    }
    count = 0;
    extra.clear();
    json.start(line, from, to);
    members(Member.RECORD, null);
    json.finish();
    json.checkEncoding();
  }

  private void members(Member parent, String group) throws UnreadableLine {
    json.take('{');
    if (json.takes('}')) {
      return;
    }
    do {
      json.string();
      boolean plain = !json.hasEscapes();
      Member member =
          plain ? parent.find(json.raw(), json.textStart(), json.textEnd(), json.textHash()) : null;
      String name = member == null ? json.text(cache) : null;
      json.take(':');
      if (member == null) {
        int start = start();
        json.skip();
        extra.add(group, name, json.raw(start, json.at()));
      } else if (member.slot >= 0) {
        value(member);
      } else if (json.peek() == '{') {
        members(member, member.path);
      } else {
        int start = start();
        json.skip();
        extra.add(null, member.path, json.raw(start, json.at()));
      }
    } while (json.takes(','));
    json.take('}');
  }

  private int start() throws UnreadableLine {
    json.peek();
    return json.at();
  }

  private void value(Member member) throws UnreadableLine {
    int slot = member.slot;
    if (taken[slot]) {
      throw new UnreadableLine("it has " + member.path + " twice");
    }
    taken[slot] = true;
    slots[count++] = slot;
    int start = start();
    places[2 * slot] = start;
    boolean fits = fits(member, slot, start);
    places[2 * slot + 1] = json.at();
    if (!fits) {
      if (STRICT[slot]) {
        throw new UnreadableLine(member.path + " is no " + word(member.type));
      }
      extra.add(member, json.raw(start, json.at()));
    }
  }

  private static String word(ColumnType type) {
    return type == ColumnType.TIMESTAMP ? "time" : type == ColumnType.BIGINT ? "number" : "text";
  }

  /** Takes a value; false where it does not fit its column. What is null fits, and is nothing. */
  private boolean fits(Member member, int slot, int start) throws UnreadableLine {
    byte first = json.peek();
    boolean isText = first == '"';
    if (isText) {
      json.string();
    } else if (first == '[' && member.type == ColumnType.VARCHAR_LIST) {
      return texts(slot);
    } else if (first == '[' || first == '{') {
      json.skip();
      return false;
    } else {
      json.literal();
      if (json.is("null", start)) {
        return !STRICT[slot];
      }
    }
    if (member.type == ColumnType.VARCHAR) {
      values[slot] = isText ? json.text(cache) : cache.made(json.raw(start, json.at()));
      return true;
    }
    numbers[slot] =
        switch (member.type) {
          case TIMESTAMP -> isText ? time() : Row.NULL;
          case BOOLEAN -> json.is("true", start) ? 1 : json.is("false", start) ? 0 : Row.NULL;
          case BIGINT -> isText ? Row.NULL : whole(start, Long.MAX_VALUE);
          case INTEGER -> isText ? Row.NULL : whole(start, Integer.MAX_VALUE);
          default -> Row.NULL;
        };
    return numbers[slot] != Row.NULL;
  }

  private long whole(int start, long most) {
    long number = json.whole(start);
    return number >= 0 && number <= most ? number : Row.NULL;
  }

  private long time() throws UnreadableLine {
    long time = RecordTime.strict(json.raw(), json.textStart(), json.textEnd());
    return time != Row.NULL ? time : RecordTime.parse(json.text(cache));
  }

  /** A list of nothing but texts. */
  private boolean texts(int slot) throws UnreadableLine {
    List<String> texts = new ArrayList<>();
    boolean fits = true;
    json.take('[');
    if (!json.takes(']')) {
      do {
        if (json.peek() == '"') {
          json.string();
          texts.add(json.text(cache));
        } else {
          fits = false;
          json.skip();
        }
      } while (json.takes(','));
      json.take(']');
    }
    if (!texts.equals(lastTexts)) {
      lastTexts = texts;
      held += LIST;
    }
    values[slot] = fits ? lastTexts : null;
    return fits;
  }

  private Row row() throws UnreadableLine {
    for (int slot : NEEDED) {
      if (!taken[slot]) {
        String name = Member.COLUMNS.get(slot).path;
        throw new UnreadableLine(
            slot == KIND || slot == TIME
                ? "no record of Stockade's, which has time and kind"
                : "it has no " + name);
      }
    }
    Row row = blocks.add((String) values[KIND]);
    Layout layout = row.layout();
    for (int i = 0; i < count; i++) {
      int slot = slots[i];
      Member member = Member.COLUMNS.get(slot);
      int place = layout.bySlot[slot];
      if (place < 0) {
        extra.add(member, json.raw(places[2 * slot], places[2 * slot + 1]));
      } else if (member.isText) {
        row.setValue(place, values[slot]);
      } else {
        row.setNumber(place, numbers[slot]);
      }
    }
    counts(row);
    String rest = extra.text();
    if (rest != null) {
      row.setValue(Row.EXTRA, cache.made(rest));
    }
    held += ROW + (long) Long.BYTES * count;
    return row;
  }

  /** A record that stands for one has no count, and its time is that of the one. */
  private void counts(Row row) throws UnreadableLine {
    long count = row.numberAt(Row.COUNT);
    if (count == 0) {
      throw new UnreadableLine("count is 0");
    }
    row.setNumber(Row.COUNT, count == Row.NULL ? 1 : count);
    long said = row.numberAt(Row.LAST);
    long last = said == Row.NULL ? row.time() : said;
    if (row.numberAt(Row.FIRST) == Row.NULL) {
      row.setNumber(Row.FIRST, last);
    }
    // As the table's view has it again; times are half of the bytes.
    row.setNumber(Row.LAST, last == row.time() ? Row.NULL : last);
  }
}
