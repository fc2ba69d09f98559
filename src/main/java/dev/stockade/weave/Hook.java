package dev.stockade.weave;

import net.bytebuddy.jar.asm.Type;

/** One hook, as data: where it is, and what the gate is given there. */
public final class Hook {
  /** In {@code loads}: the object whose method runs. Not possible at the ENTER of a constructor. */
  public static final int THIS = -1;

  /** Instead of a class name: classes that are learned while the host runs. */
  public static final String DISCOVERED = "*";

  // Where in the method the gate is called. Not an enum, which is a class more at each start.

  /** Before the first instruction; the gate's answer is dropped. */
  static final int ENTER = 0;

  /** Before each return; the gate's answer is dropped. */
  static final int EXIT = 1;

  /** Before the first instruction; the gate's answer replaces a parameter. */
  static final int ARGUMENT = 2;

  /** Before each return of an object; the gate's answer is returned instead. */
  static final int RETURN = 3;

  /** Before each throw; the gate's answer is thrown instead. */
  static final int THROW = 4;

  /**
   * Before the first instruction; when the gate answers anything but null, which is a {@link Skip},
   * the method returns at once.
   */
  static final int SKIP = 5;

  /** Where the loads start among the cells of a line. */
  private static final int LOADS = 8;

  private final String className;
  private final String method;
  private final String descriptor;
  private final int point;
  private final int argument;
  private final int[] loads;
  private int parameters = -1;
  private boolean optional;
  private boolean relocated;

  private Hook(
      String className, String method, String descriptor, int point, int argument, int... loads) {
    this.className = className;
    this.method = method;
    this.descriptor = descriptor;
    this.point = point;
    this.argument = argument;
    this.loads = loads;
  }

  /**
   * The gate is called when a method starts.
   *
   * @param className internal name, such as {@code java/lang/String}
   * @param descriptor the method's descriptor; {@code *} and its end, as relocated copies have
   *     other types in it; or null for every overload
   * @param loads {@link #THIS} or parameter numbers from 0 (references, and int and short as
   *     Integer), passed in this order
   */
  public static Hook enter(String className, String method, String descriptor, int... loads) {
    return new Hook(className, method, descriptor, ENTER, 0, loads);
  }

  /**
   * The gate is called when a method returns, not when it throws; otherwise like {@link #enter}.
   */
  public static Hook exit(String className, String method, String descriptor, int... loads) {
    return new Hook(className, method, descriptor, EXIT, 0, loads);
  }

  /** The gate may replace parameter number {@code argument}; otherwise like {@link #enter}. */
  public static Hook argument(
      String className, String method, String descriptor, int argument, int... loads) {
    return new Hook(className, method, descriptor, ARGUMENT, argument, loads);
  }

  /** The gate may replace what the method returns; otherwise like {@link #enter}. */
  public static Hook returned(String className, String method, String descriptor, int... loads) {
    return new Hook(className, method, descriptor, RETURN, 0, loads);
  }

  /**
   * The gate may replace what the method itself throws, though not what a call in it throws and it
   * does not catch. A throw in a {@code try} may be followed by another one: of the same exception
   * where {@code finally} passes it on. Otherwise like {@link #enter}.
   */
  public static Hook thrown(String className, String method, String descriptor, int... loads) {
    return new Hook(className, method, descriptor, THROW, 0, loads);
  }

  /**
   * The gate may make the method return before it starts; otherwise like {@link #enter}.
   *
   * @param result the parameter that is then returned; ignored when the method returns nothing
   */
  public static Hook skip(
      String className, String method, String descriptor, int result, int... loads) {
    return new Hook(className, method, descriptor, SKIP, result, loads);
  }

  /** This hook, also in copies of the class that a build moved under another package. */
  public Hook relocated() {
    relocated = true;
    return this;
  }

  /** This hook, of the overloads only in those with this number of parameters. */
  public Hook parameters(int count) {
    parameters = count;
    return this;
  }

  /** This hook, whose method some versions of the class do not have. */
  public Hook ifPresent() {
    optional = true;
    return this;
  }

  public boolean isOptional() {
    return optional;
  }

  /** Whether the gate's answer is a {@link Skip} or null. */
  public boolean skips() {
    return point == SKIP;
  }

  public String className() {
    return className;
  }

  /** Whether the hook is in the class of that internal name. */
  boolean isInClass(String name) {
    if (!relocated) {
      return name.equals(className);
    }
    int before = name.length() - className.length() - 1;
    return name.endsWith(className) && (before < 0 || name.charAt(before) == '/');
  }

  public boolean isOf(String name) {
    return method.equals(name);
  }

  int point() {
    return point;
  }

  int argument() {
    return argument;
  }

  int[] loads() {
    return loads;
  }

  boolean isIn(String name, String desc) {
    if (!method.equals(name) || (parameters >= 0 && parameters != Type.getArgumentCount(desc))) {
      return false;
    }
    if (descriptor == null) {
      return true;
    }
    return descriptor.charAt(0) == '*'
        ? desc.endsWith(descriptor.substring(1))
        : desc.equals(descriptor);
  }

  /** The hook as cells between tabs, which {@link #of} reads. */
  String line() {
    StringBuilder line = new StringBuilder().append(className).append('\t').append(method);
    line.append('\t').append(descriptor == null ? "" : descriptor).append('\t').append(point);
    line.append('\t').append(argument).append('\t').append(parameters).append('\t');
    line.append(optional ? 1 : 0).append('\t').append(relocated ? 1 : 0);
    for (int load : loads) {
      line.append('\t').append(load);
    }
    return line.toString();
  }

  /**
   * The hook that a {@link #line()} describes.
   *
   * @param cells with those of the line from an index on, to the end
   */
  static Hook of(String[] cells, int from) {
    int[] loads = new int[cells.length - from - LOADS];
    for (int i = 0; i < loads.length; i++) {
      loads[i] = number(cells[from + LOADS + i]);
    }
    String descriptor = cells[from + 2].isEmpty() ? null : cells[from + 2];
    int point = number(cells[from + 3]);
    int argument = number(cells[from + 4]);
    Hook hook = new Hook(cells[from], cells[from + 1], descriptor, point, argument, loads);
    hook.parameters = number(cells[from + 5]);
    hook.optional = cells[from + 6].equals("1");
    hook.relocated = cells[from + 7].equals("1");
    return hook;
  }

  private static int number(String cell) {
    return Integer.parseInt(cell);
  }

  /** Class and method, for people. */
  @Override
  public String toString() {
    return className.substring(className.lastIndexOf('/') + 1) + "." + method;
  }
}
