package dev.stockade.library.server;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.EngineMeeting;
import dev.stockade.weave.Hook;
import dev.stockade.weave.HookHandler;
import dev.stockade.weave.HookRows;
import dev.stockade.weave.HookSource;

/** The rows of servers and brokers that have both an engine and its connection in hand. */
public final class ServerHooks implements HookSource {
  private static final int TOMCAT = 0;
  private static final int KAFKA = 1;
  private static final int OTHERS = 2;

  private static final String TOMCAT_NET = "org/apache/tomcat/util/net/";

  private final Enforcement enforcement;

  public ServerHooks(Enforcement enforcement) {
    this.enforcement = enforcement;
  }

  @Override
  public void addTo(HookRows rows) {
    rows.add(
        TOMCAT,
        Tomcat.GREETED,
        Hook.enter(TOMCAT_NET + "SecureNioChannel", "processSNI", "()I", Hook.THIS).ifPresent(),
        Hook.enter(TOMCAT_NET + "SecureNio2Channel", "processSNI", "()I", Hook.THIS).ifPresent());
    rows.add(
        TOMCAT,
        Tomcat.ENGINE_MADE,
        Hook.returned(TOMCAT_NET + "AbstractJsseEndpoint", "createSSLEngine", null).ifPresent(),
        Hook.returned(TOMCAT_NET + "AbstractEndpoint", "createSSLEngine", null).ifPresent());
    String kafka = "org/apache/kafka/common/network/SslTransportLayer";
    rows.add(KAFKA, 0, Hook.exit(kafka, "<init>", null, 1, 2).relocated());
    rows.add(
        OTHERS,
        0,
        Hook.enter("io/undertow/protocols/ssl/SslConduit", "<init>", null, 1, 2),
        Hook.exit("org/xnio/ssl/JsseStreamConduit", "<init>", null, 0, 1));
  }

  @Override
  public HookHandler handler(int number) {
    switch (number) {
      case TOMCAT:
        return new Tomcat(enforcement.tls().engines);
      case KAFKA:
        return new Kafka(enforcement.tls().engines);
      case OTHERS:
        return new EngineMeeting(enforcement);
      default:
        throw new IllegalArgumentException("no handler has number " + number);
    }
  }

  @Override
  public String[] packages() {
    return new String[] {"io.undertow."};
  }
}
