package dev.stockade.apps;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.MessageDigest;
import java.security.ProtectionDomain;
import java.util.Arrays;

/**
 * An agent that looks at the bytes of a loaded class as all agents before it leave them: puts their
 * hash in the system property {@code app.digest}. It shares nothing with Stockade.
 */
public final class ClassDigest implements ClassFileTransformer {
  private final Class<?> wanted;
  private volatile byte[] seen;

  private ClassDigest(Class<?> wanted) {
    this.wanted = wanted;
  }

  public static void agentmain(String className, Instrumentation instrumentation) throws Exception {
    Class<?> wanted = Class.forName(className, false, null);
    ClassDigest digest = new ClassDigest(wanted);
    instrumentation.addTransformer(digest, true);
    instrumentation.retransformClasses(wanted);
    instrumentation.removeTransformer(digest);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(digest.seen);
    System.setProperty("app.digest", digest.seen.length + " bytes " + Arrays.toString(hash));
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (redefined == wanted) {
      seen = classFile.clone();
    }
    return null;
  }
}
