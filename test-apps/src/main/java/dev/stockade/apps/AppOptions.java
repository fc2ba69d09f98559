package dev.stockade.apps;

import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The odd ways in which applications choose their own TLS, as {@code -Dapp.…} properties. The
 * socket and engine programs share it, so that each oddity exists once.
 *
 * <ul>
 *   <li>{@code app.protocols}, {@code app.suites}: comma lists that are enabled on the connection
 *   <li>{@code app.parameters=true}: does that through {@link SSLParameters}
 *   <li>{@code app.constraints=true}: sets {@link WeakOnly} through {@link SSLParameters}
 *   <li>{@code app.provider=true}: puts {@link OwnProvider} before all others
 *   <li>{@code app.reflection=true}: a socket is weakened by {@link IntoJsse}
 *   <li>{@code app.context}: name for {@link SSLContext#getInstance(String)}
 *   <li>{@code app.default-context=true}: makes an own context the JVM's default
 *   <li>{@code app.wrapped=true}: layers TLS over a plain socket behind own delegating classes
 *   <li>{@code app.disabled-algorithms}: new value, possibly empty, of the security property
 *   <li>{@code app.disabled-algorithms-later}: the same before each round but the first
 *   <li>{@code app.repeat}: rounds over all targets with one context
 *   <li>{@code app.renegotiate=true}: a second handshake on each connection
 *   <li>{@code app.suites-later}: a client enables these before its second handshake
 *   <li>{@code app.client-auth=want}: a server asks for the client's certificate
 *   <li>{@code app.alpn}: a comma list of application protocols, where the JDK knows of them
 *   <li>{@code app.wait=true}: waits for a line on standard input before the first handshake
 *   <li>{@code app.wait-between=true}: a client also waits before its second round, and before its
 *       second handshake on one connection
 * </ul>
 */
final class AppOptions {
  private final String[] protocols = list("app.protocols");
  private final String[] suites = list("app.suites");
  private final String[] suitesLater = list("app.suites-later");
  private final boolean constraints = Boolean.getBoolean("app.constraints");
  private final boolean parameters = Boolean.getBoolean("app.parameters");
  private final boolean wrapped = Boolean.getBoolean("app.wrapped");
  private final boolean renegotiate = Boolean.getBoolean("app.renegotiate");
  private final int repeat = Integer.getInteger("app.repeat", 1);
  private boolean wait = Boolean.getBoolean("app.wait");

  private AppOptions() {}

  /** Reads the options; first thing in main, since TLS classes read security properties once. */
  static AppOptions read() {
    disableAlgorithms(System.getProperty("app.disabled-algorithms"));
    if (Boolean.getBoolean("app.provider")) {
      Security.insertProviderAt(new OwnProvider(), 1);
    }
    return new AppOptions();
  }

  private static void disableAlgorithms(String disabled) {
    if (disabled != null) {
      Security.setProperty("jdk.tls.disabledAlgorithms", disabled);
    }
  }

  SSLContext clientContext() throws GeneralSecurityException {
    String name = System.getProperty("app.context");
    boolean own = Boolean.getBoolean("app.default-context") || Boolean.getBoolean("app.provider");
    if (name == null && !own) {
      return SSLContext.getDefault();
    }
    return ownContext(null);
  }

  SSLContext serverContext() throws Exception {
    return ownContext(ServerKeys.managers());
  }

  private static SSLContext ownContext(KeyManager[] keys) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance(System.getProperty("app.context", "TLS"));
    context.init(keys, null, null);
    if (Boolean.getBoolean("app.default-context")) {
      SSLContext.setDefault(context);
      return SSLContext.getDefault();
    }
    return context;
  }

  SSLSocketFactory socketFactory(SSLContext context) {
    SSLSocketFactory factory = context.getSocketFactory();
    return wrapped ? new WrappedSocketFactory(factory) : factory;
  }

  void configure(SSLSocket socket) {
    configure(
        socket.getSSLParameters(),
        socket::setSSLParameters,
        socket::setEnabledProtocols,
        socket::setEnabledCipherSuites);
    if (Boolean.getBoolean("app.reflection")) {
      IntoJsse.weaken(socket);
    }
  }

  void configure(SSLServerSocket socket) {
    if ("want".equals(System.getProperty("app.client-auth"))) {
      socket.setWantClientAuth(true);
    }
    configure(
        socket.getSSLParameters(),
        socket::setSSLParameters,
        socket::setEnabledProtocols,
        socket::setEnabledCipherSuites);
  }

  void configure(SSLEngine engine) {
    if ("want".equals(System.getProperty("app.client-auth")) && !engine.getUseClientMode()) {
      engine.setWantClientAuth(true);
    }
    configure(
        engine.getSSLParameters(),
        engine::setSSLParameters,
        engine::setEnabledProtocols,
        engine::setEnabledCipherSuites);
  }

  private void configure(
      SSLParameters current,
      Consumer<SSLParameters> setParameters,
      Consumer<String[]> setProtocols,
      Consumer<String[]> setSuites) {
    if (protocols != null) {
      (parameters ? (Consumer<String[]>) current::setProtocols : setProtocols).accept(protocols);
    }
    if (suites != null) {
      (parameters ? (Consumer<String[]>) current::setCipherSuites : setSuites).accept(suites);
    }
    if (constraints) {
      current.setAlgorithmConstraints(new WeakOnly());
    }
    boolean protocolsAgreed = Alpn.askFor(current);
    boolean groups = NamedGroups.set(current);
    if (parameters || constraints || protocolsAgreed || groups) {
      setParameters.accept(current);
    }
  }

  /** What changes on a connection between its first handshake and its second. */
  void beforeSecond(Consumer<String[]> setSuites) {
    waitBetween();
    if (suitesLater != null) {
      setSuites.accept(suitesLater);
    }
  }

  boolean wrapped() {
    return wrapped;
  }

  boolean renegotiate() {
    return renegotiate;
  }

  int repeat() {
    return repeat;
  }

  /** True once, for the first connection of a program that was told to wait. */
  boolean takeWait() {
    boolean taken = wait;
    wait = false;
    return taken;
  }

  /** What happens between two rounds of a client. */
  void betweenRounds() {
    waitBetween();
    disableAlgorithms(System.getProperty("app.disabled-algorithms-later"));
  }

  /** Waits before what follows a first round or handshake, in a client that was told to. */
  private void waitBetween() {
    if (Boolean.getBoolean("app.wait-between")) {
      StandardInput.awaitLineInClient();
    }
  }

  private static String[] list(String property) {
    String value = System.getProperty(property);
    return value == null ? null : value.split(",", -1);
  }
}
