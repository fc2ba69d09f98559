package dev.stockade.journal;

import dev.stockade.policy.Match;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;

/**
 * Finds the place in the application's code that led to a finding.
 *
 * <p>Classes are needed, not only names, to tell the jar: a SecurityManager's class context gives
 * them on every JDK from 8 to 27 and needs none to be installed. Only for findings: it walks the
 * whole stack.
 */
public final class CallingCode extends SecurityManager {
  /** Libraries that connect for somebody: skipped as long as somebody stands behind them. */
  private static final String[] LIBRARIES = {
    "org.apache.",
    "org.eclipse.jetty.",
    "io.netty.",
    "io.grpc.",
    "okhttp3.",
    "okio.",
    "org.postgresql.",
    "com.mysql.",
    "org.mariadb.",
    "com.microsoft.sqlserver.",
    "oracle.",
    "software.amazon.awssdk.",
    "com.amazonaws.",
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
    "io.undertow.",
    "com.zaxxer.",
    "org.conscrypt.",
    "org.bouncycastle.",
    "org.wildfly.openssl.",
  };

  /** For exceptions of the policy that are for some code only. */
  public static final Match.CodeName CLASS_NAME =
      new Match.CodeName() {
        @Override
        public String className() {
          CodePlace place = find();
          return place == null ? null : place.className();
        }
      };

  private CallingCode() {}

  /** The nearest frame of the application, else of a library; null when there is only the JDK. */
  @SuppressWarnings("removal")
  public static CodePlace find() {
    Class<?>[] stack = new CallingCode().getClassContext();
    ClassLoader ours = CallingCode.class.getClassLoader();
    ClassLoader system = ClassLoader.getSystemClassLoader();
    ClassLoader platform = system.getParent();
    Class<?> library = null;
    for (Class<?> type : stack) {
      ClassLoader loader = type.getClassLoader();
      if (loader == null || loader == ours || loader == platform) {
        continue;
      }
      if (!isLibrary(type.getName())) {
        return placeOf(type);
      }
      if (library == null) {
        library = type;
      }
    }
    return library == null ? null : placeOf(library);
  }

  private static boolean isLibrary(String className) {
    for (String prefix : LIBRARIES) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static CodePlace placeOf(Class<?> type) {
    String method = null;
    for (StackTraceElement frame : new Throwable().getStackTrace()) {
      if (frame.getClassName().equals(type.getName())) {
        method = frame.getMethodName();
        break;
      }
    }
    return new CodePlace(type.getName(), method, jarOf(type));
  }

  private static String jarOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return null;
    }
    String path = source.getLocation().getPath();
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    // A jar in a jar is named file:/app.jar!/BOOT-INF/lib/dao.jar!/ by some loaders.
    if (end > 0 && path.charAt(end - 1) == '!') {
      end--;
    }
    String name = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    try {
      return name.indexOf('%') < 0
          ? name
          : URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException | IllegalArgumentException e) {
      return name;
    }
  }
}
