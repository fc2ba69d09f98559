package dev.stockade.library;

import dev.stockade.enforce.Enforcement;
import dev.stockade.library.apache.ApacheHooks;
import dev.stockade.library.awscrt.CrtHooks;
import dev.stockade.library.awssdk.SdkHooks;
import dev.stockade.library.bouncycastle.BouncyHooks;
import dev.stockade.library.commonshttp.CommonsHooks;
import dev.stockade.library.conscrypt.ConscryptHooks;
import dev.stockade.library.grizzly.GrizzlyHooks;
import dev.stockade.library.helidon.HelidonHooks;
import dev.stockade.library.jdk.JdkHooks;
import dev.stockade.library.jetty.JettyHooks;
import dev.stockade.library.jodd.JoddHooks;
import dev.stockade.library.jvmdefaults.DefaultsHooks;
import dev.stockade.library.ktor.KtorHooks;
import dev.stockade.library.netty.NettyHooks;
import dev.stockade.library.okhttp.OkHttpHooks;
import dev.stockade.library.pekko.PekkoHooks;
import dev.stockade.library.provider.ProviderHooks;
import dev.stockade.library.server.ServerHooks;
import dev.stockade.library.undertow.UndertowHooks;
import dev.stockade.weave.HookLibraries;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;
import java.io.IOException;
import java.io.InputStream;

/**
 * The one list of libraries that are hooked: a room each.
 *
 * <p>A start takes their rows from a resource that the build makes of them: else a class for each
 * library would be loaded for them. A library is made when it is met.
 */
public final class LibraryCatalog implements HookLibraries {
  /** The JDK's own TLS, as what a JDK lacks of it is looked for. */
  public static final int JDK = 0;

  private static final String LINES = "hooks.txt";

  private final Enforcement enforcement;

  /**
   * @param enforcement what the handlers share; null where only rows are wanted
   */
  public LibraryCatalog(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  /** Null behind the last. */
  @Override
  public HookSource library(int number) {
    switch (number) {
      case JDK:
        return new JdkHooks(enforcement);
      case 1:
        return new NettyHooks(enforcement);
      case 2:
        return new ApacheHooks(enforcement);
      case 3:
        return new OkHttpHooks(enforcement);
      case 4:
        return new JettyHooks(enforcement);
      case 5:
        return new PekkoHooks(enforcement);
      case 6:
        return new CrtHooks(enforcement);
      case 7:
        return new SdkHooks(enforcement);
      case 8:
        return new ConscryptHooks(enforcement);
      case 9:
        return new BouncyHooks(enforcement);
      case 10:
        return new ServerHooks(enforcement);
      case 11:
        return new ProviderHooks(enforcement);
      case 12:
        return new DefaultsHooks(enforcement);
      case 13:
        return new HelidonHooks(enforcement);
      case 14:
        return new KtorHooks(enforcement);
      case 15:
        return new UndertowHooks(enforcement);
      case 16:
        return new CommonsHooks(enforcement);
      case 17:
        return new JoddHooks(enforcement);
      case 18:
        return new GrizzlyHooks(enforcement);
      default:
        return null;
    }
  }

  /** Adds the rows of all, made of the libraries themselves. */
  public void addAll(HookRows rows) {
    int number = 0;
    for (HookSource next = library(0); next != null; next = library(++number)) {
      rows.add(next);
    }
  }

  /**
   * Adds the same rows, and makes no library for it.
   *
   * @throws IOException when the jar lacks them
   */
  @SuppressWarnings("deprecation") // The lines are ASCII, and charsets are six classes at a start.
  public void addPacked(HookRows rows) throws IOException {
    InputStream in = LibraryCatalog.class.getResourceAsStream(LINES);
    if (in == null) {
      throw new IOException(LINES + " is missing in the jar");
    }
    byte[] bytes = new byte[in.available()];
    int read = in.read(bytes);
    in.close();
    rows.add(this, new String(bytes, 0, 0, read));
  }
}
