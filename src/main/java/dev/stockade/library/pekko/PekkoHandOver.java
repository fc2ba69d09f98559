package dev.stockade.library.pekko;

import dev.stockade.enforce.Enforcement;
import dev.stockade.enforce.HandOver;
import dev.stockade.weave.reflect.Call;

/** Calls that Pekko's and Akka's pools run in actors. */
final class PekkoHandOver extends HandOver {
  private final Call setup = new Call("hcps");
  private final Call host = new Call("host");

  PekkoHandOver(Enforcement enforcement) {
    super(enforcement);
  }

  @Override
  protected String host(int id, Object pool) throws Exception {
    return (String) host.on(setup.on(pool));
  }
}
