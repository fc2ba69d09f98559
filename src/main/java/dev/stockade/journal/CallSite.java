package dev.stockade.journal;

import dev.stockade.base.Limits;

/**
 * A place in the application's code: class and method, and the jar or folder it was loaded from.
 */
public final class CallSite {
  private final String className;
  private final String method;
  private final String jar;
  private final boolean isOfLibrary;

  /** Method and jar may be null when unknown. */
  public CallSite(String className, String method, String jar) {
    this(className, method, jar, false);
  }

  /**
   * @param isOfLibrary whether only a library's code could be seen, as on threads of its own
   */
  public CallSite(String className, String method, String jar, boolean isOfLibrary) {
    this.className = Limits.cut(className, Limits.NAME);
    this.method = Limits.cut(method, Limits.WORD);
    this.jar = Limits.cut(jar, Limits.NAME);
    this.isOfLibrary = isOfLibrary;
  }

  public String className() {
    return className;
  }

  public String method() {
    return method;
  }

  public String jar() {
    return jar;
  }

  /** Whether it is not the application's, which was out of sight. */
  public boolean isOfLibrary() {
    return isOfLibrary;
  }

  /** For people: {@code com.acme.Dao.load (dao.jar)}. */
  @Override
  public String toString() {
    return className + (method == null ? "" : "." + method) + (jar == null ? "" : " (" + jar + ")");
  }
}
