package dev.stockade.cli.follow;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.follow.tail.FollowedRecord;
import dev.stockade.journal.format.RecordForm;
import dev.stockade.journal.format.RecordTree;

/**
 * The forms in which {@code --stdout} writes a record, one a line. One more is a constant here; its
 * name in lower case is the word of the option.
 */
enum StdoutForm {
  /** As the journal has it, in plain ASCII. */
  ndjson {
    @Override
    String line(FollowedRecord record) {
      return JsonText.of(record.members());
    }
  },
  ocsf,
  ecs,
  emf;

  /** Without a line feed. */
  String line(FollowedRecord record) {
    return RecordForm.named(name()).line(RecordTree.of(record.members()), record.id());
  }
}
