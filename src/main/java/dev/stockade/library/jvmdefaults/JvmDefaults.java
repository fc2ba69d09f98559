package dev.stockade.library.jvmdefaults;

import dev.stockade.enforce.CallSiteFinder;
import dev.stockade.journal.Event;
import dev.stockade.journal.Journal;
import dev.stockade.policy.ActivePolicy;
import dev.stockade.policy.rule.Finding;
import dev.stockade.policy.rule.Rule;
import dev.stockade.policy.rule.Stage;
import dev.stockade.weave.HookHandler;
import java.security.Provider;
import java.security.Security;
import java.util.List;

/**
 * Reports who changes the TLS defaults of the whole JVM. Only reads: the change is the program's
 * right and takes effect.
 */
final class JvmDefaults implements HookHandler {
  static final int SET_PROPERTY = 0;
  static final int INSERT_PROVIDER = 1;
  static final int SET_CONTEXT = 2;
  static final int SET_VERIFIER = 3;
  static final int SET_FACTORY = 4;

  private final ActivePolicy activePolicy;
  private final Journal journal;

  JvmDefaults(ActivePolicy activePolicy, Journal journal) {
    this.activePolicy = activePolicy;
    this.journal = journal;
  }

  @Override
  public Object reached(int id, Object value, Object[] loads) {
    switch (id) {
      case SET_PROPERTY:
        property((String) loads[0], (String) loads[1]);
        break;
      case INSERT_PROVIDER:
        provider((Provider) loads[0], ((Integer) loads[1]).intValue());
        break;
      case SET_CONTEXT:
        replaced(Rule.TAMPER_DEFAULT_CONTEXT, "the default SSLContext", loads[0]);
        break;
      case SET_VERIFIER:
        replaced(
            Rule.TAMPER_HOSTNAME_VERIFIER,
            "the default host name verifier of HttpsURLConnection",
            loads[0]);
        break;
      case SET_FACTORY:
        replaced(
            Rule.TAMPER_SOCKET_FACTORY,
            "the default socket factory of HttpsURLConnection",
            loads[0]);
        break;
      default:
        throw new IllegalArgumentException("no hook has id " + id);
    }
    return value;
  }

  /** At the start of {@code setProperty}, as the value before has to be known. */
  private void property(String name, String next) {
    if (name == null || next == null || !SecurityProperty.isRefusal(name)) {
      return;
    }
    List<String> lost = SecurityProperty.lost(Security.getProperty(name), next);
    if (!lost.isEmpty()) {
      tell(
          Rule.TAMPER_SECURITY_PROPERTY,
          "the security property " + name + " no longer has " + String.join(", ", lost));
    }
  }

  /** One that was there already is not inserted: then another one may be the first. */
  @SuppressWarnings("ReferenceEquality") // equals would run code of the provider
  private void provider(Provider provider, int position) {
    Provider[] all = Security.getProviders();
    if (position <= 1 && all.length > 0 && all[0] == provider) {
      tell(
          Rule.TAMPER_PROVIDER,
          "the provider " + provider.getName() + " was inserted before all others");
    }
  }

  private void replaced(Rule rule, String what, Object by) {
    String name = by.getClass().getName();
    // What follows is another number in each process.
    int lambda = name.indexOf("$$Lambda");
    String plain = lambda < 0 ? name : name.substring(0, lambda) + "$$Lambda";
    tell(rule, what + " was replaced by a " + plain);
  }

  private void tell(Rule rule, String what) {
    if (activePolicy.judge().policy().stage(rule) != Stage.OFF) {
      Finding finding = Finding.of(rule, what);
      journal.offer(
          Event.ofTampering(System.currentTimeMillis(), finding, CallSiteFinder.find(null)));
    }
  }
}
