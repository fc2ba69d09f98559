package dev.stockade.fleet.storage;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.ExitCode;

/** Why a place could not be read or written: one sentence for the person who named it. */
public final class StorageFailure extends CommandFailure {
  private static final long serialVersionUID = 1;

  private final boolean passing;

  private StorageFailure(String sentence, boolean passing) {
    super(ExitCode.FAILED, sentence);
    this.passing = passing;
  }

  /** Of what may go well the next time with nothing done: the network, a service that is busy. */
  public static StorageFailure passing(String sentence) {
    return new StorageFailure(sentence, true);
  }

  /** Of what somebody has to mend: a name, a permission, a full disk. */
  public static StorageFailure lasting(String sentence) {
    return new StorageFailure(sentence, false);
  }

  public boolean isPassing() {
    return passing;
  }
}
