package dev.stockade.cli.follow;

import dev.stockade.cli.command.JsonText;
import dev.stockade.cli.follow.tail.FollowedRecord;

/**
 * The forms in which {@code --stdout} writes a record, one a line. One more is a constant here; its
 * name in lower case is the word of the option.
 */
enum RecordForm {
  /** As the journal has it, in plain ASCII. */
  ndjson {
    @Override
    String line(FollowedRecord record) {
      return JsonText.of(record.members());
    }
  };

  abstract String line(FollowedRecord record);
}
