package dev.stockade.library;

import dev.stockade.enforce.Enforcement;
import dev.stockade.library.apache.ApacheHooks;
import dev.stockade.library.awscrt.CrtHooks;
import dev.stockade.library.awssdk.SdkHooks;
import dev.stockade.library.bouncycastle.BouncyHooks;
import dev.stockade.library.conscrypt.ConscryptHooks;
import dev.stockade.library.jdk.JdkHooks;
import dev.stockade.library.jetty.JettyHooks;
import dev.stockade.library.jvmdefaults.DefaultsHooks;
import dev.stockade.library.netty.NettyHooks;
import dev.stockade.library.okhttp.OkHttpHooks;
import dev.stockade.library.pekko.PekkoHooks;
import dev.stockade.library.provider.ProviderHooks;
import dev.stockade.library.server.ServerHooks;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The one list of libraries that are hooked: a room each. */
public final class LibraryCatalog {
  private LibraryCatalog() {}

  /**
   * @return the room of the JDK's own TLS, as what a JDK lacks of it is looked for
   */
  public static HookSource addAll(Enforcement enforcement, HookRows rows) {
    HookSource jdk = new JdkHooks(enforcement);
    rows.add(jdk);
    rows.add(new NettyHooks(enforcement));
    rows.add(new ApacheHooks(enforcement));
    rows.add(new OkHttpHooks(enforcement));
    rows.add(new JettyHooks(enforcement));
    rows.add(new PekkoHooks(enforcement));
    rows.add(new CrtHooks(enforcement));
    rows.add(new SdkHooks(enforcement));
    rows.add(new ConscryptHooks(enforcement));
    rows.add(new BouncyHooks(enforcement));
    rows.add(new ServerHooks(enforcement));
    rows.add(new ProviderHooks(enforcement));
    rows.add(new DefaultsHooks(enforcement));
    return jdk;
  }
}
