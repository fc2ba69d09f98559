package dev.stockade.library.apache;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.HandOver;
import dev.stockade.weave.reflect.Call;

/** Calls of Apache's asynchronous clients. */
final class ApacheHandOver extends HandOver {
  static final int ROUTE = 0;
  static final int CONNECTION = 1;

  private final Call targetHost = new Call("getTargetHost");
  private final Call hostName = new Call("getHostName");

  ApacheHandOver(Enforcement enforcement) {
    super(enforcement);
  }

  @Override
  protected String host(int id, Object of) throws Exception {
    return (String) hostName.on(id == ROUTE ? of : targetHost.on(of));
  }
}
