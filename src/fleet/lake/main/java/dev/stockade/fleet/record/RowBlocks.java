package dev.stockade.fleet.record;

import dev.stockade.fleet.lake.Tables;

/** Where the next row of each table goes. */
final class RowBlocks {
  private final RowBlock[] all = new RowBlock[Layout.COUNT];
  private String lastKind;
  private Layout lastLayout;

  /** A row for a record of a kind. Most are of the same as the one before. */
  Row add(String kind) {
    if (!kind.equals(lastKind)) {
      lastLayout = Layout.of(Tables.ofKind(kind));
      lastKind = kind;
    }
    return add(lastLayout);
  }

  private Row add(Layout layout) {
    RowBlock block = all[layout.number];
    if (block == null || block.isFull()) {
      block = new RowBlock(layout);
      all[layout.number] = block;
    }
    return block.add();
  }
}
