package dev.stockade.e2e.rows;

/**
 * What a handler finds in a library by reflection.
 *
 * @param parameters of a method, how many it has
 */
record MemberName(Kind kind, String name, int parameters) {
  enum Kind {
    METHOD,
    FIELD,
    TYPE
  }

  @Override
  public String toString() {
    return kind == Kind.METHOD ? name + "(" + (parameters > 0 ? parameters : "") + ")" : name;
  }
}
