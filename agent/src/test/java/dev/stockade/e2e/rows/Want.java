package dev.stockade.e2e.rows;

/**
 * A name that a handler looks for.
 *
 * @param handler its simple name
 */
record Want(String handler, MemberName name) {
  @Override
  public String toString() {
    return handler + " " + name;
  }
}
