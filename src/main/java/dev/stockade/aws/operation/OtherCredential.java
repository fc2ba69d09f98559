package dev.stockade.aws.operation;

/** A proof of identity beside an AWS signature that a request carries, by its name only. */
public final class OtherCredential {
  /** The treatment of a credential of that name by the service that a request is for. */
  enum Standing {
    REFUSED,
    UNKNOWN,
    TAKEN
  }

  private final String name;
  private final Standing standing;

  OtherCredential(String name, Standing standing) {
    this.name = name;
    this.standing = standing;
  }

  /** Of a header or parameter, cleaned for a person: never a value. */
  public String name() {
    return name;
  }

  boolean isBetterThan(OtherCredential other) {
    return standing.compareTo(other.standing) > 0;
  }

  public boolean isTaken() {
    return standing == Standing.TAKEN;
  }

  /** Whether AWS surely answers as if it were not there. */
  public boolean isRefused() {
    return standing == Standing.REFUSED;
  }
}
