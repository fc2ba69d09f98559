package dev.stockade.enforce;

import dev.stockade.aws.AwsRequestInspector;
import dev.stockade.aws.keys.EnvironmentKeys;
import dev.stockade.aws.keys.SignedRequests;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.weave.HookRows;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The parts that the handlers of all libraries share. Each part is made when it is first asked for:
 * a JVM that starts loads none. Handlers are made one at a time, so only what others ask for too
 * needs a lock.
 */
public final class Enforcement {
  private final ActivePolicy activePolicy;
  private final Journal journal;
  private final HookRows rows;

  /** See {@link Connections}; of the previous engine until they are asked for. */
  private Object connections;

  private volatile Consumer<Class<?>> weaver;
  private TlsEnforcement tls;
  private TrustAllRegistry trust;
  private ClientVerification checks;
  private AwsEnforcement aws;
  private SigningKeys keys;
  private SignedRequests log;
  private volatile boolean recordsAnswers;

  /** In nanoseconds; null before all hooks were woven. */
  private volatile Long hooksInPlace;

  /**
   * @param activePolicy the policy, read again for each handshake and request
   * @param rows the libraries that are hooked
   * @param connections what the previous engine, of any version, knew of them; or null
   */
  public Enforcement(
      ActivePolicy activePolicy, Journal journal, HookRows rows, Object connections) {
    this.activePolicy = activePolicy;
    this.journal = journal;
    this.rows = rows;
    this.connections = connections;
  }

  public ActivePolicy activePolicy() {
    return activePolicy;
  }

  /** For findings, which name the code that called. */
  public Journal journal() {
    CallSiteFinder.learn(rows);
    return journal;
  }

  /** What becomes of handshakes. */
  public TlsEnforcement tls() {
    if (tls == null) {
      tls = new TlsEnforcement(activePolicy, journal(), connections());
    }
    return tls;
  }

  /** Who accepts any certificate. */
  public TrustAllRegistry trust() {
    if (trust == null) {
      trust = new TrustAllRegistry(rows);
    }
    return trust;
  }

  /** What clients leave unchecked. */
  public ClientVerification checks() {
    if (checks == null) {
      checks = new ClientVerification(trust());
    }
    return checks;
  }

  /** What becomes of requests. */
  public AwsEnforcement aws() {
    if (aws == null) {
      AwsAnswers answers = new AwsAnswers(this, recordsAnswers);
      AwsRequestInspector inspector = new AwsRequestInspector(new Verifiers());
      aws = new AwsEnforcement(inspector, journal(), activePolicy, answers);
    }
    return aws;
  }

  /** Makes the verifier for the first request that may be signed: most programs send none. */
  private final class Verifiers implements Supplier<SignatureVerifier> {
    @Override
    public SignatureVerifier get() {
      return new SignatureVerifier(keys(), log(), EnvironmentKeys.create());
    }
  }

  /** The signing keys that signers of this process use. */
  public synchronized SigningKeys keys() {
    if (keys == null) {
      keys = new SigningKeys();
    }
    return keys;
  }

  /** What signers of this process signed. */
  public synchronized SignedRequests log() {
    if (log == null) {
      log = new SignedRequests();
      journal.sweepBy(log::sweep);
    }
    return log;
  }

  /** What is known of connections, also for the engine that takes over during their handshakes. */
  public synchronized Map<String, Object> connections() {
    Map<String, Object> all = Connections.after(connections);
    connections = all;
    return all;
  }

  /**
   * Sets the weaver, before the first hook is reached.
   *
   * @param weaver weaves the hooks of {@link dev.stockade.weave.Hook#DISCOVERED} into a class
   */
  public void learnsThrough(Consumer<Class<?>> weaver) {
    this.weaver = weaver;
  }

  /** Each answer of AWS is a record from now on, before the first hook is reached. */
  public void recordAnswers() {
    recordsAnswers = true;
  }

  /** From now on whatever passes a hook is seen. */
  public void hooksAreInPlace() {
    hooksInPlace = System.nanoTime();
  }

  /** Since when, in nanoseconds; null before. */
  Long hooksInPlace() {
    return hooksInPlace;
  }

  /** See {@link #learnsThrough}. */
  public Consumer<Class<?>> weaver() {
    return weaver;
  }
}
