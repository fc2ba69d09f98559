package dev.stockade.library;

import dev.stockade.enforce.HandOvers;
import dev.stockade.policy.InForce;
import dev.stockade.weave.Library;
import dev.stockade.weave.reflect.Call;
import java.net.URI;

/**
 * Where asynchronous clients hand a call over to their own threads: the last place that the code
 * which wanted it can be seen from.
 */
final class CallHandOver implements Library {
  private static final int JDK = 0;
  private static final int OKHTTP = 1;
  private static final int OKHTTP_4 = 2;
  private static final int SDK_NETTY = 3;
  private static final int SDK_CRT = 4;
  private static final int APACHE5 = 5;
  private static final int APACHE5_HTTP2 = 6;
  private static final int APACHE4 = 7;

  private static final String JDK_OWN = "jdk.internal.net.http.";

  private final Call uri = new Call("uri");
  private final Call request = new Call("request");
  private final Call url = new Call("url");
  private final Call host = new Call("host");
  private final Call targetHost = new Call("getTargetHost");
  private final Call hostName = new Call("getHostName");
  private final InForce inForce;

  CallHandOver(InForce inForce) {
    this.inForce = inForce;
  }

  @Override
  public Object reached(int place, Object value, Object[] loads) throws Exception {
    boolean always = inForce.judge().policy().asksForCode();
    if (loads[0] != null && (always || HandOvers.KNOWN.isSought())) {
      String to = host(place, loads[0]);
      if (to != null) {
        HandOvers.KNOWN.handedOver(to, always, System.currentTimeMillis());
      }
    }
    return value;
  }

  private String host(int place, Object call) throws Exception {
    switch (place) {
      case JDK:
        // A request of the application's own making may do anything when it is asked.
        return call.getClass().getName().startsWith(JDK_OWN)
            ? ((URI) uri.on(call)).getHost()
            : null;
      case OKHTTP:
      case OKHTTP_4:
        return (String) host.on(url.on(request.on(call)));
      case SDK_NETTY:
      case SDK_CRT:
        return (String) host.on(request.on(call));
      case APACHE5:
      case APACHE5_HTTP2:
        return (String) hostName.on(call);
      case APACHE4:
        return (String) hostName.on(targetHost.on(call));
      default:
        return null;
    }
  }
}
