package dev.stockade.library.grizzly;

import dev.stockade.enforce.Enforcement;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of Grizzly 2.3 to 4. */
public final class GrizzlyHooks implements HookSource {
  private static final int REQUESTS = 0;
  private static final int ANSWERS = 1;

  private static final String HTTP = "glassfish/grizzly/http/";

  private final Enforcement enforcement;

  public GrizzlyHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        REQUESTS,
        0,
        Hook.enter(HTTP + "HttpCodecFilter", "encodeHttpPacket", null, Hook.THIS, 0, 1)
            .parameters(4)
            .relocated());
    rows.add(
        ANSWERS,
        0,
        Hook.enter(HTTP + "HttpClientFilter", "onHttpHeaderParsed", null, 0).relocated());
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case REQUESTS:
        return new GrizzlyClient(enforcement.aws());
      case ANSWERS:
        return new GrizzlyAnswers(enforcement.aws());
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"org.glassfish.grizzly.", "com.ning."};
  }
}
