package dev.stockade.library.jvmdefaults;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of what changes the TLS defaults of the whole JVM. */
public final class DefaultsHooks implements HookSource {
  private static final int DEFAULTS = 0;

  private static final String SECURITY = "java/security/Security";
  private static final String HTTPS = "javax/net/ssl/HttpsURLConnection";

  private final Enforcement enforcement;

  public DefaultsHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(DEFAULTS, JvmDefaults.SET_PROPERTY, Hook.enter(SECURITY, "setProperty", null, 0, 1));
    rows.add(
        DEFAULTS, JvmDefaults.INSERT_PROVIDER, Hook.exit(SECURITY, "insertProviderAt", null, 0, 1));
    rows.add(
        DEFAULTS,
        JvmDefaults.SET_CONTEXT,
        Hook.exit("javax/net/ssl/SSLContext", "setDefault", null, 0));
    rows.add(
        DEFAULTS,
        JvmDefaults.SET_VERIFIER,
        Hook.exit(HTTPS, "setDefaultHostnameVerifier", null, 0));
    rows.add(
        DEFAULTS, JvmDefaults.SET_FACTORY, Hook.exit(HTTPS, "setDefaultSSLSocketFactory", null, 0));
  }

  @Override
  public HookHandler handler(int number) {
    return new JvmDefaults(enforcement.activePolicy(), enforcement.journal());
  }
}
