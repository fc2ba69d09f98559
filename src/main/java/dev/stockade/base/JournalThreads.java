package dev.stockade.base;

import java.lang.reflect.Constructor;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Makes threads that hold nothing of the application thread that happened to bring the first event:
 * not its group, context class loader, access rights or (from JDK 9 on) inheritable thread-locals.
 */
public final class JournalThreads implements PrivilegedAction<Thread> {
  private final String name;
  private final Runnable task;
  private final boolean asHook;

  private JournalThreads(String name, Runnable task, boolean asHook) {
    this.name = name;
    this.task = task;
    this.asHook = asHook;
  }

  /** Starts a daemon thread. */
  public static void start(String name, Runnable task) {
    AccessController.doPrivileged(new JournalThreads(name, task, false)).start();
  }

  /** Registers a shutdown hook; throws when the JVM is already shutting down. */
  public static Thread hook(String name, Runnable task) {
    return AccessController.doPrivileged(new JournalThreads(name, task, true));
  }

  /** Takes the hook back unless the JVM is shutting down. */
  public static void forgetHook(Thread hook) {
    try {
      if (hook != null) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (IllegalStateException | SecurityException e) {
      // it is running, or may stay: a second close does nothing
    }
  }

  @Override
  public Thread run() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread thread = create(root);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    if (asHook) {
      Runtime.getRuntime().addShutdownHook(thread);
    }
    return thread;
  }

  private Thread create(ThreadGroup group) {
    try {
      Constructor<Thread> withoutInheriting =
          Thread.class.getConstructor(
              ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class);
      return withoutInheriting.newInstance(group, task, name, 0L, false);
    } catch (ReflectiveOperationException e) {
      return new Thread(group, task, name);
    }
  }
}
