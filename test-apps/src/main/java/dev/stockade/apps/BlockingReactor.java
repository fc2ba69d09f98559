package dev.stockade.apps;

import java.net.URL;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Work on Reactor's threads, which must not block: {@link HttpCall}s by Reactor Netty, a {@code
 * context} that trusts anybody, and then {@code sleep} and {@code https}, which do block.
 */
public final class BlockingReactor {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private BlockingReactor() {}

  public static void main(String[] calls) throws Exception {
    ReactorNettyCalls.main(calls);
    TrustManager[] anybody = {Trusting.manager("nobody-checks")};
    SSLContext context = SSLContext.getInstance("TLS");
    // The usual one reads a file again after a while.
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(1);
    SSLContext.getInstance("TLS").init(null, anybody, random);
    report("context", () -> init(context, anybody, random));
    report("sleep", () -> sleep());
    URL url = new URL("https://localhost:" + Integer.getInteger("app.tls-port") + "/");
    report("https", () -> AwsUrlCalls.send("GET", url, null));
  }

  /** All that may block in the JDK has been done before. */
  private static String init(SSLContext context, TrustManager[] trusted, SecureRandom random)
      throws KeyManagementException {
    context.init(null, trusted, random);
    return context.getProtocol();
  }

  private static String sleep() throws InterruptedException {
    Thread.sleep(1);
    return "slept";
  }

  /** What a detector of blocking calls throws is an Error. */
  private static void report(String name, Callable<?> work) {
    Outcome.report(
        name,
        () -> {
          try {
            return String.valueOf(
                Mono.fromCallable(work).subscribeOn(Schedulers.parallel()).block(TIMEOUT));
          } catch (Error e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
