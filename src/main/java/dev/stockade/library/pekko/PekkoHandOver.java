package dev.stockade.library.pekko;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.HandOver;
import dev.stockade.weave.reflect.MethodByName;

/** Calls that Pekko's and Akka's pools run in actors. */
final class PekkoHandOver extends HandOver {
  private final MethodByName setup = new MethodByName("hcps");
  private final MethodByName host = new MethodByName("host");

  PekkoHandOver(Enforcement enforcement) {
    super(enforcement);
  }

  @Override
  protected String host(int id, Object pool) throws Exception {
    return (String) host.on(setup.on(pool));
  }
}
