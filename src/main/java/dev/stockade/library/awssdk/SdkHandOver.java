package dev.stockade.library.awssdk;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.HandOver;
import dev.stockade.weave.reflect.MethodByName;

/** Calls of AWS SDK 2 over its asynchronous HTTP clients. */
final class SdkHandOver extends HandOver {
  private final MethodByName request = new MethodByName("request");
  private final MethodByName host = new MethodByName("host");

  SdkHandOver(Enforcement enforcement) {
    super(enforcement);
  }

  @Override
  protected String host(int id, Object call) throws Exception {
    return (String) host.on(request.on(call));
  }
}
