package dev.stockade.enforce;

import dev.stockade.journal.CallSite;
import dev.stockade.policy.Match;
import dev.stockade.policy.Peer;
import dev.stockade.policy.rule.Direction;
import dev.stockade.weave.HookSource;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the call site in the application's code that led to a finding.
 *
 * <p>Classes are needed, not only names, to find the jar: a SecurityManager's class context gives
 * them on every JDK from 8 to 27 and needs none to be installed. Only for findings: it walks the
 * whole stack.
 */
public final class CallSiteFinder extends SecurityManager {
  /** Others that connect on behalf of a caller: skipped as long as there is one behind them. */
  private static final String[] FRAMEWORKS = {
    "io.grpc.",
    "org.postgresql.",
    "com.mysql.",
    "org.mariadb.",
    "com.microsoft.sqlserver.",
    "oracle.",
    "org.springframework.",
    "reactor.",
    "kotlin",
    "com.mongodb.",
    "redis.clients.",
    "io.lettuce.",
    "com.rabbitmq.",
    "com.unboundid.",
    "com.sun.mail.",
    "org.eclipse.angus.",
    "jakarta.",
    "javax.",
    "com.google.api.",
    "com.google.cloud.",
    "io.vertx.",
    "com.zaxxer.",
    "feign.",
    "retrofit2.",
    "io.micronaut.",
    "io.quarkus.",
    "io.smallrye.",
    "org.jboss.resteasy.",
    "io.helidon.",
    "io.projectreactor.",
    "org.asynchttpclient.",
    "com.google.common.",
    "com.google.auth.",
    "com.squareup.",
    "io.minio.",
    "com.azure.",
    "org.wildfly.openssl.",
  };

  private static volatile Iterable<HookSource> libraries = Collections.emptyList();

  /** With those of the libraries that are hooked; null until it is asked for. */
  private static volatile List<String> skipped;

  /** For exceptions of the policy that are for some code only. */
  public static final Match.CodeName CLASS_NAME =
      new Match.CodeName() {
        @Override
        public List<String> classNames(Peer peer) {
          List<String> names = new ArrayList<>(1);
          for (CallSite place : all(peer.direction() == Direction.IN ? null : peer.host())) {
            names.add(place.className());
          }
          return names;
        }
      };

  private CallSiteFinder() {}

  /** The packages of these libraries are not the application's code. */
  static void learn(Iterable<HookSource> hooked) {
    libraries = hooked;
    skipped = null;
  }

  private static List<String> skipped() {
    List<String> known = skipped;
    if (known == null) {
      known = new ArrayList<>(Arrays.asList(FRAMEWORKS));
      for (HookSource library : libraries) {
        Collections.addAll(known, library.packages());
      }
      skipped = known;
    }
    return known;
  }

  /**
   * The nearest frame of the application; where this thread has none, the code that handed a call
   * for the host over to it; else a library's nearest frame.
   *
   * @param host that is called; null where none is
   * @return null when there is only the JDK, or several have called the host
   */
  public static CallSite find(String host) {
    List<CallSite> all = all(host);
    return all.size() == 1 ? all.get(0) : null;
  }

  private static List<CallSite> all(String host) {
    List<Class<?>> stack = stack();
    CallSite here = ofApplication(stack);
    if (here == null && host != null) {
      List<CallSite> callers = HandOvers.KNOWN.of(host, System.currentTimeMillis());
      if (!callers.isEmpty()) {
        return callers;
      }
      HandOvers.KNOWN.seek(host);
    }
    if (here == null && !stack.isEmpty()) {
      here = placeOf(stack.get(0));
    }
    return here == null ? Collections.<CallSite>emptyList() : Collections.singletonList(here);
  }

  /** The application's nearest frame on this thread; null where there is none. */
  static CallSite onThisThread() {
    return ofApplication(stack());
  }

  private static CallSite ofApplication(List<Class<?>> stack) {
    for (Class<?> type : stack) {
      if (!isLibrary(type.getName())) {
        return placeOf(type);
      }
    }
    return null;
  }

  /** Nearest first, without the JDK and the engine. */
  @SuppressWarnings("removal")
  private static List<Class<?>> stack() {
    List<Class<?>> all = new ArrayList<>();
    Class<?>[] stack = new CallSiteFinder().getClassContext();
    ClassLoader ours = CallSiteFinder.class.getClassLoader();
    ClassLoader system = ClassLoader.getSystemClassLoader();
    ClassLoader platform = system.getParent();
    for (Class<?> type : stack) {
      ClassLoader loader = type.getClassLoader();
      if (loader != null && loader != ours && loader != platform) {
        all.add(type);
      }
    }
    return all;
  }

  private static boolean isLibrary(String className) {
    for (String prefix : skipped()) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static CallSite placeOf(Class<?> type) {
    String method = null;
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getClassName().equals(type.getName())) {
        method = frame.getMethodName();
        break;
      }
    }
    return new CallSite(type.getName(), method, jarOf(type), isLibrary(type.getName()));
  }

  private static String jarOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return null;
    }
    return fileIn(source.getLocation().getPath());
  }

  /**
   * The jar or folder that a path ends with. Spring Boot's loaders name a jar in a jar {@code
   * file:/app.jar!/BOOT-INF/lib/dao.jar!/} or {@code nested:/app.jar/!BOOT-INF/lib/dao.jar!/}; of
   * classes in {@code BOOT-INF/classes} it is the jar around them.
   */
  static String fileIn(String path) {
    String rest = trimmed(path);
    for (int mark = rest.lastIndexOf('!'); mark >= 0; mark = rest.lastIndexOf('!')) {
      if (rest.endsWith(".jar") || rest.endsWith(".war")) {
        break;
      }
      rest = trimmed(rest.substring(0, mark));
    }
    String name = rest.substring(rest.lastIndexOf('/') + 1);
    try {
      return name.indexOf('%') < 0
          ? name
          : URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      return name;
    }
  }

  private static String trimmed(String path) {
    int end = path.length();
    while (end > 0 && (path.charAt(end - 1) == '/' || path.charAt(end - 1) == '!')) {
      end--;
    }
    return path.substring(0, end);
  }
}
