package dev.stockade.cli.jvm;

import dev.stockade.cli.command.CommandFailure;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent.AttachmentProvider;

/** The JDK's attach API, reached by name: JDK 8 keeps it in tools.jar, later ones in jdk.attach. */
final class AttachApi {
  /** The attach API itself gives up on a JVM that has not opened its socket within 10 s. */
  private static final int SECONDS_TO_ATTACH = 15;

  private final Class<?> virtualMachine;

  private AttachApi(Class<?> virtualMachine) {
    this.virtualMachine = virtualMachine;
  }

  static AttachApi ofThisRuntime() {
    AttachmentProvider.Accessor accessor = AttachmentProvider.DEFAULT.attempt();
    if (!accessor.isAvailable()) {
      throw CommandFailure.failed(
          "the Java runtime at "
              + System.getProperty("java.home")
              + " cannot attach (a JRE, or an image without the module jdk.attach): start this"
              + " command with the java of a JDK");
    }
    return new AttachApi(accessor.getVirtualMachineType());
  }

  /**
   * @throws CommandFailure a sentence with the way out
   */
  Jvm attach(long pid) {
    try {
      return TimeLimit.within(
          SECONDS_TO_ATTACH,
          () ->
              new AttachedJvm(
                  pid,
                  virtualMachine,
                  invoke(virtualMachine, null, "attach", String.valueOf(pid))));
    } catch (Exception e) {
      throw AttachFailures.explain(pid, e);
    }
  }

  /** Process ids of the JVMs that the attach API itself finds: of this user, mostly. */
  List<Long> list() {
    List<Long> found = new ArrayList<>();
    try {
      for (Object descriptor : (List<?>) invoke(virtualMachine, null, "list")) {
        found.add(Long.valueOf((String) descriptor.getClass().getMethod("id").invoke(descriptor)));
      }
    } catch (Exception e) {
      throw CommandFailure.failed("this Java runtime cannot list JVMs: " + e);
    }
    return found;
  }

  /** Calls a public method, all of whose parameters are strings. */
  static Object invoke(Class<?> type, Object on, String method, Object... texts) throws Exception {
    Class<?>[] types = new Class<?>[texts.length];
    Arrays.fill(types, String.class);
    try {
      return type.getMethod(method, types).invoke(on, texts);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception) {
        throw (Exception) e.getCause();
      }
      throw e;
    }
  }
}
