package dev.stockade.fleet.record;

/** Where the next row of each table goes. */
final class RowBlocks {
  private final RowBlock[] all = new RowBlock[Layout.COUNT];

  Row add(Layout layout) {
    RowBlock block = all[layout.number];
    if (block == null || block.isFull()) {
      block = new RowBlock(layout);
      all[layout.number] = block;
    }
    return block.add();
  }
}
