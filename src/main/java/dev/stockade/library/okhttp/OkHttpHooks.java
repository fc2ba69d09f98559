package dev.stockade.library.okhttp;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of OkHttp 3 to 5. */
public final class OkHttpHooks implements HookSource {
  private static final int HTTP = 0;
  private static final int HTTP_30 = 1;
  private static final int HOST_NAMES = 2;
  private static final int HAND_OVER = 3;
  private static final int ANSWERS = 4;

  private static final String CONNECTION = "okhttp3/internal/connection/";
  private static final String HTTP_PACKAGE = "okhttp3/internal/http/";

  private final Enforcement enforcement;

  public OkHttpHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        HTTP,
        0,
        Hook.enter(HTTP_PACKAGE + "CallServerInterceptor", "intercept", null, 0).relocated());
    rows.add(
        ANSWERS,
        0,
        Hook.returned(HTTP_PACKAGE + "CallServerInterceptor", "intercept", null, 0).relocated());
    rows.add(
        HTTP_30,
        0,
        request(HTTP_PACKAGE + "Http1xStream", "writeRequestHeaders"),
        request(HTTP_PACKAGE + "Http2xStream", "writeRequestHeaders"));
    rows.add(
        HOST_NAMES,
        0,
        Hook.enter(CONNECTION + "RealConnection", "connectTls", null, Hook.THIS)
            .relocated()
            .ifPresent(),
        Hook.enter(CONNECTION + "ConnectPlan", "connectTls", null, Hook.THIS)
            .relocated()
            .ifPresent());
    rows.add(
        HAND_OVER,
        0,
        Hook.enter("okhttp3/RealCall", "enqueue", null, Hook.THIS).relocated(),
        Hook.enter(CONNECTION + "RealCall", "enqueue", null, Hook.THIS).relocated());
  }

  /** A copy's descriptor is another one, but none of these methods is overloaded. */
  private static Hook request(String className, String method) {
    return Hook.enter(className, method, null, Hook.THIS, 0).relocated();
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case HTTP:
        return new OkHttp(enforcement.aws());
      case HTTP_30:
        return new OkHttp30(enforcement.aws());
      case HOST_NAMES:
        return new OkHttpHostNames(enforcement.checks());
      case HAND_OVER:
        return new OkHttpHandOver(enforcement);
      case ANSWERS:
        return new OkHttpAnswers(enforcement.aws());
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"okhttp3.", "okio."};
  }
}
