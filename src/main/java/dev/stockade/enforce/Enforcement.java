package dev.stockade.enforce;

import dev.stockade.aws.AwsCheck;
import dev.stockade.aws.keys.EnvironmentKeys;
import dev.stockade.aws.keys.SigningKeys;
import dev.stockade.aws.keys.SigningLog;
import dev.stockade.aws.sigv4.SignatureVerifier;
import dev.stockade.journal.Journal;
import dev.stockade.policy.InForce;
import dev.stockade.weave.HookRows;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the handlers of all libraries share. Each part is made when somebody first asks for it: a
 * JVM that starts loads none. Handlers are made one at a time, so only what others ask for needs a
 * lock.
 */
public final class Enforcement {
  private final InForce inForce;
  private final Journal journal;
  private final HookRows rows;

  /** See {@link Connections}; of the engine before until somebody asks for them. */
  private Object connections;

  private volatile Consumer<Class<?>> weaver;
  private TlsWatch tls;
  private UncheckedTrust trust;
  private ClientChecks checks;
  private HttpWatch aws;
  private SigningKeys keys;
  private SigningLog log;

  /**
   * @param inForce the policy, for each handshake and request anew
   * @param rows the libraries that are hooked
   * @param connections what the engine before, of whatever version, knew of them; or null
   */
  public Enforcement(InForce inForce, Journal journal, HookRows rows, Object connections) {
    this.inForce = inForce;
    this.journal = journal;
    this.rows = rows;
    this.connections = connections;
  }

  public InForce inForce() {
    return inForce;
  }

  /** For findings, which name the code that called. */
  public Journal journal() {
    CallingCode.learn(rows.libraries());
    return journal;
  }

  /** What becomes of handshakes. */
  public TlsWatch tls() {
    if (tls == null) {
      tls = new TlsWatch(inForce, journal(), connections());
    }
    return tls;
  }

  /** Who accepts any certificate. */
  public UncheckedTrust trust() {
    if (trust == null) {
      trust = new UncheckedTrust(rows.libraries());
    }
    return trust;
  }

  /** What clients leave unchecked. */
  public ClientChecks checks() {
    if (checks == null) {
      checks = new ClientChecks(trust());
    }
    return checks;
  }

  /** What becomes of requests. */
  public HttpWatch aws() {
    if (aws == null) {
      SignatureVerifier verifier = new SignatureVerifier(keys(), log(), EnvironmentKeys.create());
      aws = new HttpWatch(new AwsCheck(verifier), journal(), inForce);
    }
    return aws;
  }

  /** The signing keys that signers of this process use. */
  public SigningKeys keys() {
    if (keys == null) {
      keys = new SigningKeys();
    }
    return keys;
  }

  /** What signers of this process signed. */
  public SigningLog log() {
    if (log == null) {
      log = new SigningLog();
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
   * To be told before the first hook is reached.
   *
   * @param weaver weaves the hooks of {@link dev.stockade.weave.Hook#LEARNED} into a class
   */
  public void learnsThrough(Consumer<Class<?>> weaver) {
    this.weaver = weaver;
  }

  /** See {@link #learnsThrough}. */
  public Consumer<Class<?>> weaver() {
    return weaver;
  }
}
