package dev.stockade.e2e.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.e2e.http.ClientProgram;
import dev.stockade.e2e.kit.AwsServer;
import dev.stockade.e2e.kit.ChildJvm;
import dev.stockade.e2e.kit.Jdk;
import dev.stockade.e2e.kit.Launch;
import dev.stockade.e2e.kit.Outcome;
import dev.stockade.e2e.kit.Records;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * BlockHound, which throws where a thread of Reactor's blocks, beside ours: it finds what blocks in
 * the application and nothing of ours, though our work is done on those threads.
 */
class BlockHoundTest {
  private static final String ERROR = "reactor.blockhound.BlockingOperationError: ";

  private static final String[] CALLS = {
    "GET https aws /1", "POST https aws /2 unsigned", "GET https local /hello"
  };

  static List<Arguments> orders() {
    return List.of(Arguments.of("first", true), Arguments.of("second", false));
  }

  @ParameterizedTest(name = "BlockHound comes {0}")
  @MethodSource("orders")
  void itFindsWhatBlocksAndNothingOfOurs(String place, boolean first) throws Exception {
    try (AwsServer server = new AwsServer()) {
      Outcome alone = run(child(server), first);
      Outcome audit = run(child(server).agent(Launch.JAVAAGENT, "mode=audit"), first);
      Outcome enforce = run(child(server).agent(Launch.JAVAAGENT, "mode=enforce"), first);

      assertThat(alone.lineFor("context")).isEqualTo("context ok TLS");
      assertThat(audit.awsRequests()).describedAs("%s", audit).isEqualTo(2);
      assertThat(handshakes(audit)).isGreaterThanOrEqualTo(2);
      for (String call : List.of(CALLS[0], CALLS[2], "context", "sleep")) {
        assertThat(audit.lineFor(call)).isEqualTo(alone.lineFor(call));
        assertThat(enforce.lineFor(call)).isEqualTo(alone.lineFor(call));
      }
      assertThat(audit.lineFor(CALLS[1])).isEqualTo(alone.lineFor(CALLS[1])).contains(" ok 200");
      assertThat(enforce.lineFor(CALLS[1])).contains("stockade: blocked AWS request");
      assertThat(enforce.records("aws.blocked")).hasSize(1);
    }
  }

  /** Where exactly an https request blocks first may differ from run to run. */
  private static Outcome run(ChildJvm child, boolean first) throws Exception {
    List<String> options =
        List.of(
            "-XX:+AllowRedefinitionToAddDeleteMethods",
            "-javaagent:" + OtherAgent.jar("io.projectreactor.tools:blockhound:1.0.11.RELEASE"));
    if (first) {
      child.with(options.toArray(String[]::new));
    } else {
      child.then(options);
    }
    Outcome outcome = child.start("BlockingReactor", CALLS).outcome().assertHostLived();
    assertThat(outcome.lineFor("sleep")).contains(ERROR + "Blocking call! java.lang.Thread.sleep");
    assertThat(outcome.lineFor("https")).contains(ERROR + "Blocking call! java.");
    return outcome;
  }

  private static int handshakes(Outcome outcome) {
    return outcome.records("tls.handshake").stream().mapToInt(Records::count).sum();
  }

  private static ChildJvm child(AwsServer server) throws Exception {
    return server
        .reach(ChildJvm.on(Jdk.running()).withoutSharedClasses())
        .library(ClientProgram.REACTOR_NETTY.library(ClientProgram.REACTOR_NETTY.newest()));
  }
}
