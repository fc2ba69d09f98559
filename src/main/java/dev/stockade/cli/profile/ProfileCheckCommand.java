package dev.stockade.cli.profile;

import dev.stockade.cli.command.CommandFailure;
import dev.stockade.cli.command.Console;
import dev.stockade.cli.command.ExitCode;
import dev.stockade.cli.command.PlaceOptions;
import dev.stockade.cli.command.Seconds;
import dev.stockade.cli.command.StockadeCommand;
import dev.stockade.cli.probe.JdkOffer;
import dev.stockade.cli.probe.Scan;
import dev.stockade.cli.probe.ServerFacts;
import dev.stockade.policy.tls.Profile;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code profile check}. */
@Command(
    name = "check",
    description = {
      "Tells what profiles make of a server, or of this JDK's own defaults.",
      "Asks the server with every version, cipher suite and group there is, one connection for each"
          + " that it accepts; nothing is sent but hellos. Per profile: within (all of it is"
          + " allowed), exceeds (more is accepted than allowed), outside (nothing is allowed)."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar stockade.jar profile check db.internal:8443",
      "  java -jar stockade.jar profile check --profile pci --exit-code db.internal:8443",
      "  java -jar stockade.jar profile check --jdk --profile bsi"
    })
final class ProfileCheckCommand extends StockadeCommand {
  @Parameters(arity = "0..1", paramLabel = "HOST:PORT", description = "The server to ask.")
  private String place;

  @Option(names = "--jdk", description = "Instead of a server, what the JDK that runs this offers.")
  private boolean jdk;

  @Option(
      names = "--profile",
      paramLabel = "ID",
      description = "Only this one, with all that offends it; default is all, a line each.")
  private String profile;

  @Mixin private ProfileFile profiles;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "For each connection; default 5s.")
  private int timeout = 5;

  @Option(
      names = "--exit-code",
      description = "Ends with 1 unless all is within each profile that was asked for.")
  private boolean exitCode;

  private boolean within = true;

  ProfileCheckCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (jdk == (place != null)) {
      throw CommandFailure.usage("profile check needs HOST:PORT, or --jdk");
    }
    Collection<Profile> asked =
        profile == null ? profiles.all() : Collections.singletonList(profiles.named(profile));
    Map<String, Object> result = jdk ? checkJdk(asked) : checkServer(asked);
    json(result);
    return exitCode && !within ? ExitCode.FAILED : ExitCode.OK;
  }

  private Map<String, Object> checkServer(Collection<Profile> asked) {
    ServerFacts server = scan();
    ServerText text = new ServerText(place, server);
    text.lines().forEach(this::say);
    Map<String, Object> result = text.members();
    result.put("profiles", verdicts(asked, Agreements.with(server)));
    return result;
  }

  private ServerFacts scan() {
    if (!PlaceOptions.isPlace(place)) {
      throw CommandFailure.usage("not host:port: " + place);
    }
    int colon = place.lastIndexOf(':');
    String host = place.substring(0, colon).replaceAll("[\\[\\]]", "");
    int port = Integer.parseInt(place.substring(colon + 1));
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw CommandFailure.usage("a host and a port from 1 to 65535 are needed, not " + place);
    }
    try {
      ServerFacts server = Scan.of(host, port, timeout * 1_000);
      if (!server.isTls()) {
        String why = server.refusals().get("TLSv1.2");
        throw CommandFailure.failed(place + ": no version of TLS is accepted (" + why + ")");
      }
      return server;
    } catch (UnknownHostException e) {
      throw CommandFailure.failed(place + ": the host is not known");
    } catch (IOException e) {
      throw CommandFailure.failed(place + ": no connection: " + e.getMessage());
    }
  }

  private Map<String, Object> checkJdk(Collection<Profile> asked) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("java", System.getProperty("java.version"));
    try {
      for (boolean server : new boolean[] {false, true}) {
        JdkOffer offer = JdkOffer.of(server);
        JdkText text = new JdkText(server, offer);
        text.lines().forEach(this::say);
        Map<String, Object> side = text.members();
        side.put("profiles", verdicts(asked, Agreements.with(offer)));
        result.put(server ? "server" : "client", side);
      }
    } catch (GeneralSecurityException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
    return result;
  }

  private List<Object> verdicts(Collection<Profile> asked, Agreements side) {
    List<Object> all = new ArrayList<>();
    for (Profile one : asked) {
      ProfileVerdict verdict = new ProfileVerdict(one, side, System.currentTimeMillis());
      verdict.lines(profile != null).forEach(this::say);
      within &= verdict.word().equals(ProfileVerdict.WITHIN);
      all.add(verdict.members());
    }
    say("");
    return all;
  }
}
