package dev.stockade.e2e;

import java.util.function.UnaryOperator;

/** One program three times at once: without the agent, under audit and under enforce. */
record Trial(Outcome plain, Outcome audit, Outcome enforce) {
  static Trial of(Jdk jdk, UnaryOperator<ChildJvm> setUp, String program, String... arguments)
      throws Exception {
    ChildJvm plain = setUp.apply(ChildJvm.on(jdk).shortLived()).start(program, arguments);
    ChildJvm audit = start(jdk, setUp, "audit", program, arguments);
    ChildJvm enforce = start(jdk, setUp, "enforce", program, arguments);
    return new Trial(
        plain.outcome(), audit.outcome().assertHostLived(), enforce.outcome().assertHostLived());
  }

  private static ChildJvm start(
      Jdk jdk, UnaryOperator<ChildJvm> setUp, String mode, String program, String... arguments)
      throws Exception {
    return setUp
        .apply(ChildJvm.on(jdk).shortLived())
        .agent(Launch.JAVAAGENT, "mode=" + mode)
        .start(program, arguments);
  }
}
