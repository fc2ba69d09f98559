package dev.stockade.fleet.record;

import dev.stockade.fleet.lake.Column;
import dev.stockade.fleet.lake.ColumnType;
import dev.stockade.fleet.lake.Tables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A member that records can have: where it goes, and what may be below it. */
final class Member {
  /** What a record has itself; its members are {@link #below}. */
  static final Member RECORD = new Member("", null, -1);

  /** All members that are columns, by their slots. */
  static final List<Member> COLUMNS = new ArrayList<>();

  private static final int SIZE = 64;

  static {
    for (String table : Tables.OF_RECORDS) {
      Tables.named(table).columns().stream()
          .filter(column -> column.member() != null)
          .forEach(Member::add);
    }
  }

  final String path;
  final byte[] name;
  final ColumnType type;
  final boolean isText;

  /** Place among all columns of all tables; -1 for a member that is none. */
  final int slot;

  private Member[] below;
  private Member next;

  private Member(String path, ColumnType type, int slot) {
    this.path = path;
    this.name = path.substring(path.lastIndexOf('.') + 1).getBytes(StandardCharsets.US_ASCII);
    this.type = type;
    this.isText = type != null && type.isText();
    this.slot = slot;
  }

  boolean hasBelow() {
    return below != null;
  }

  /** The member of this name; null where none is known. */
  Member find(byte[] line, int start, int end, int hash) {
    Member member = below[hash & (SIZE - 1)];
    while (member != null && !Arrays.equals(member.name, 0, member.name.length, line, start, end)) {
      member = member.next;
    }
    return member;
  }

  private static void add(Column column) {
    String path = column.member();
    int dot = path.indexOf('.');
    Member parent = dot < 0 ? RECORD : RECORD.child(path.substring(0, dot), null);
    parent.child(path, column.type());
  }

  private Member child(String path, ColumnType type) {
    byte[] last = path.substring(path.lastIndexOf('.') + 1).getBytes(StandardCharsets.US_ASCII);
    if (below == null) {
      below = new Member[SIZE];
    }
    Member known = find(last, 0, last.length, TextBytes.hash(last));
    if (known != null) {
      return known;
    }
    Member member = new Member(path, type, type == null ? -1 : COLUMNS.size());
    if (type != null) {
      COLUMNS.add(member);
    }
    int place = TextBytes.hash(last) & (SIZE - 1);
    member.next = below[place];
    below[place] = member;
    return member;
  }

  /** The slot of a member that is a column. */
  static int slot(String path) {
    for (Member member : COLUMNS) {
      if (member.path.equals(path)) {
        return member.slot;
      }
    }
    throw new IllegalStateException("columns.txt: no member " + path);
  }
}
