package dev.stockade.engine.hooks;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the classes while they go back to what they were, and proves that they did: it comes last
 * and sees the bytes that the JVM takes. Changes nothing.
 */
public final class UnweavingWitness implements ClassFileTransformer {
  /** The end of the gate's name, which every woven class holds in its constant pool. */
  private static final byte[] GATE = {'S', 't', 'o', 'c', 'k', 'a', 'd', 'e', 'G', 'a', 't', 'e'};

  private final List<String> restored = new ArrayList<String>();
  private final List<String> stillWoven = new ArrayList<String>();

  @Override
  public synchronized byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (redefined != null && className != null) {
      (holdsGate(classFile) ? stillWoven : restored).add(className.replace('/', '.'));
    }
    return null;
  }

  /** The classes without a call to the gate. */
  public synchronized List<String> restored() {
    return new ArrayList<String>(restored);
  }

  /** Classes that still call it, into nothing; empty when all went well. */
  public synchronized List<String> stillWoven() {
    return new ArrayList<String>(stillWoven);
  }

  private static boolean holdsGate(byte[] classFile) {
    for (int at = 0; at + GATE.length <= classFile.length; at++) {
      int i = 0;
      while (i < GATE.length && classFile[at + i] == GATE[i]) {
        i++;
      }
      if (i == GATE.length) {
        return true;
      }
    }
    return false;
  }
}
