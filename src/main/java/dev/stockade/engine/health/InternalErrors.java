package dev.stockade.engine.health;

import dev.stockade.base.ForeignWords;
import dev.stockade.journal.Event;
import dev.stockade.journal.EventKind;
import dev.stockade.journal.Journal;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Verdict;
import dev.stockade.policy.tls.HandshakeFailures;
import dev.stockade.weave.Hook;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Errors inside Stockade: counted, recorded, and reported once on stderr by the journal's thread.
 * Called from hooks and transformers, so it neither waits nor prints.
 */
public final class InternalErrors {
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong hostCount = new AtomicLong();
  private volatile Journal journal;
  private volatile boolean hasFallback;

  /** Errors before this are only counted. */
  public void reportTo(Journal journal) {
    this.journal = journal;
  }

  /** Notes that there are hooks for a JDK that lacks the choke points. */
  public void expectFallback() {
    hasFallback = true;
  }

  /** So far. */
  public long internalErrors() {
    return count.get();
  }

  /**
   * An error inside a hook.
   *
   * @param off whether the hook is switched off from now on
   */
  public void inHook(Hook hook, Throwable error, boolean off) {
    count.incrementAndGet();
    Journal now = journal;
    if (now != null) {
      now.hookFailed();
    }
    report(
        "the hook "
            + hook
            + " failed"
            + (off
                ? " again and is switched off for a while, the program goes on without it: "
                : ": ")
            + ForeignWords.clean(String.valueOf(error)));
  }

  /**
   * Whether an error inside a hook is the program's: its stack or heap is full, its thread was
   * interrupted or stopped, a class of it is missing. Loads nothing when the host is at its end.
   */
  public static boolean isOfTheHost(Throwable error) {
    if (error instanceof VirtualMachineError) {
      return true;
    }
    if (error instanceof LinkageError) {
      return !String.valueOf(error.getMessage()).contains("stockade");
    }
    if (error instanceof InvocationTargetException && error.getCause() != null) {
      return isOfTheHost(error.getCause());
    }
    if (error instanceof InterruptedException || error instanceof ClosedByInterruptException) {
      // Who catches it takes the mark away, which is the host's to see.
      Thread.currentThread().interrupt();
      return true;
    }
    return error.getClass().getName().equals("java.lang.ThreadDeath");
  }

  /** Errors inside hooks that are the program's. */
  public long ofTheHost() {
    return hostCount.get();
  }

  /**
   * An error of the program that met a hook: counted, and only reported when there are many, as the
   * host may have no room for a sentence.
   *
   * @param off whether the hook rests from now on
   */
  public void ofTheHost(Hook hook, Throwable error, boolean off) {
    hostCount.incrementAndGet();
    if (off) {
      report(
          "the hook "
              + hook
              + " met errors of the program too often and is switched off for a while: "
              + ForeignWords.clean(String.valueOf(error)));
    }
  }

  /** A hook that was switched off is on again. */
  public void triedAgain(Hook hook) {
    Journal now = journal;
    if (now != null) {
      Finding finding =
          Finding.of(
              Verdict.NOTE, null, "the hook " + hook + " was switched off and is tried again");
      now.offer(Event.ofOwn(EventKind.LIFECYCLE, System.currentTimeMillis(), finding));
    }
  }

  /** A class that stays as it is because weaving failed. */
  public void notWoven(String className, Throwable error) {
    count.incrementAndGet();
    report(
        className
            + " could not be woven, its connections are not watched: "
            + ForeignWords.clean(String.valueOf(error)));
  }

  /** A hook whose method is not in its class: this JDK or library has another shape. */
  public void missing(Hook hook) {
    if (!hook.className().startsWith("sun/security/ssl/")) {
      report("there is no " + hook + " here: requests that pass this class are not watched");
      return;
    }
    report(
        "this JDK has no "
            + hook
            + (hasFallback
                ? ": TLS is filtered through the public API only"
                : ": this part of its TLS is not watched"));
  }

  private void report(String what) {
    Journal now = journal;
    if (now != null) {
      now.offer(
          Event.ofOwn(
              EventKind.LIFECYCLE, System.currentTimeMillis(), HandshakeFailures.ofOurOwn(what)));
    }
  }
}
