package dev.stockade.library.apache;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.HandOver;
import dev.stockade.weave.reflect.MethodByName;

/** Calls of Apache's asynchronous clients. */
final class ApacheHandOver extends HandOver {
  static final int ROUTE = 0;
  static final int CONNECTION = 1;

  private final MethodByName targetHost = new MethodByName("getTargetHost");
  private final MethodByName hostName = new MethodByName("getHostName");

  ApacheHandOver(Enforcement enforcement) {
    super(enforcement);
  }

  @Override
  protected String host(int id, Object of) throws Exception {
    return (String) hostName.on(id == ROUTE ? of : targetHost.on(of));
  }
}
