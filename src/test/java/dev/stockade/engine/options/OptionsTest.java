package dev.stockade.engine.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.policy.file.PolicyFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private final Properties properties = new Properties();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void withoutAnyEachHasItsDefault() {
    Options options = read(null);

    assertThat(options.get(Option.MODE)).isEqualTo("audit");
    assertThat(options.get(Option.PROFILE)).isEqualTo("aws-outposts");
    assertThat(options.get(Option.JOURNAL)).isEqualTo("none");
    assertThat(options.get(Option.JOURNAL_MAX_SIZE)).isEqualTo("64m");
    assertThat(options.get(Option.SERVICE)).isNull();
    assertThat(options.complaints()).isEmpty();
  }

  @Test
  void theAgentArgumentBeatsThePropertyAndThatTheEnvironment() {
    properties.setProperty("stockade.log", "info");
    properties.setProperty("stockade.profile", "pq-ready");
    environment.put("STOCKADE_LOG", "debug");
    environment.put("STOCKADE_PROFILE", "mozilla-modern-6.0");
    environment.put("STOCKADE_JOURNAL_MAX_SIZE", "1m");

    Options options = read("log=error, journal=/x");

    assertThat(options.get(Option.LOG)).isEqualTo("error");
    assertThat(options.get(Option.PROFILE)).isEqualTo("pq-ready");
    assertThat(options.get(Option.JOURNAL_MAX_SIZE)).isEqualTo("1m");
    assertThat(options.get(Option.JOURNAL)).isEqualTo("/x");
    assertThat(options.complaints()).isEmpty();
  }

  @Test
  void aShortNameOfAProfileStandsForItsId() {
    Options options = read("profile=fips");

    assertThat(options.get(Option.PROFILE)).isEqualTo("fips-140-3-core-2026");
    assertThat(options.given()).containsEntry("profile", "fips");
    assertThat(read("profile=fedramp").complaints().get(0))
        .contains("nist, bsi, pci, fips, cnsa or an id that the command `profile list` shows");
  }

  @Test
  void modeOffInPropertyOrEnvironmentIsAKillSwitchAboveTheAgentArgument() {
    environment.put("STOCKADE_MODE", "off");
    assertThat(read("mode=enforce").get(Option.MODE)).isEqualTo("off");

    environment.clear();
    properties.setProperty("stockade.mode", "off");
    assertThat(read("mode=enforce").get(Option.MODE)).isEqualTo("off");
  }

  @Test
  void aBadValueIsOneSentenceAndTheDefaultEvenIfAWeakerSourceHasAGoodOne() {
    environment.put("STOCKADE_SUMMARY", "false");

    Options options = read("summary=perhaps");

    assertThat(options.get(Option.SUMMARY)).isEqualTo("true");
    assertThat(options.complaints())
        .containsExactly(
            "agent argument: summary=perhaps is ignored: allowed is one of true, false");
  }

  @Test
  void anOptionThatIsGivenTwiceIsOneSentenceAndTheFirstHolds() {
    Options options = read("mode=audit,log=info,mode=enforce,log=info");

    assertThat(options.get(Option.MODE)).isEqualTo("audit");
    assertThat(options.complaints())
        .containsExactly(
            "agent argument: mode=enforce is ignored: it is given twice, and mode=audit is used,"
                + " the first");

    properties.setProperty("stockade.mode", "enforce");
    environment.put("STOCKADE_MODE", "canary");
    assertThat(read("mode=audit").complaints()).isEmpty();
  }

  @Test
  void theKillSwitchSaysWhereItIsOn() {
    assertThat(KillSwitch.sentence(properties, environment)).isNull();
    properties.setProperty("stockade.mode", " OFF");
    assertThat(KillSwitch.sentence(properties, environment))
        .isEqualTo(
            "the kill switch is on (stockade.mode=off among its properties): start it without"
                + " that");
    properties.setProperty("stockade.version", "0.1.0");
    assertThat(KillSwitch.sentence(properties, environment)).isNull();
    environment.put("STOCKADE_MODE", "off");
    assertThat(KillSwitch.sentence(properties, environment))
        .contains("STOCKADE_MODE=off in its environment");
  }

  @Test
  void whatARunningEngineTellsInPropertiesIsNoOption() {
    properties.setProperty("stockade.version", "0.1.0");
    properties.setProperty("stockade.mode", "canary");
    properties.setProperty("stockade.mode.given", "enforce");
    properties.setProperty("stockade.reply", "1 {}");
    properties.setProperty("stockade.live", "1\tline");

    Options options = read(null);

    assertThat(options.complaints()).isEmpty();
    assertThat(options.get(Option.MODE)).isEqualTo("canary");
  }

  @Test
  void whatIsNoOptionIsNamedWithItsSource() {
    properties.setProperty("stockade.colour", "red");
    environment.put("STOCKADE_COLOUR", "blue");

    assertThat(read("nonsense,colour=green").complaints())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("agent argument: 'nonsense' is ignored"))
        .anyMatch(line -> line.startsWith("agent argument: colour=green is ignored"))
        .anyMatch(line -> line.startsWith("system property: stockade.colour=red is ignored"))
        .anyMatch(line -> line.startsWith("environment: STOCKADE_COLOUR=blue is ignored"));
  }

  @Test
  void whatScriptsAndImagesKeepOfAProductIsNoMistakeAndAMisreadOptionIs() {
    for (String name : new String[] {"JAR", "HOME", "AGENT_VERSION", "JAVA_OPTS", "IMAGE_TAG"}) {
      environment.put("STOCKADE_" + name, "x");
    }
    properties.setProperty("stockade.jar", "/opt/stockade.jar");
    assertThat(read(null).complaints()).isEmpty();

    environment.put("STOCKADE_POLICY_PATH", "/p.yaml");
    environment.put("STOCKADE_MOED", "enforce");
    assertThat(read(null).complaints())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("environment: STOCKADE_POLICY_PATH=/p.yaml is ignored"))
        .anyMatch(line -> line.startsWith("environment: STOCKADE_MOED=enforce is ignored"));
  }

  @Test
  void aNumberHasNoSignAndNoDigitsOfOtherScripts() {
    for (String wrong : new String[] {"+5", "-0", " 5", "\u0665", ""}) {
      assertThat(Option.CANARY_PERCENT.complaint(wrong)).isEqualTo("a whole number from 0 to 100");
    }
    assertThat(Option.CANARY_PERCENT.complaint("5")).isNull();
    assertThat(Option.JOURNAL_KEEP.complaint("+4")).isNotNull();
    assertThat(Option.bytes("+64k")).isEqualTo(-1);
    assertThat(Option.bytes("k")).isEqualTo(-1);
    assertThat(Option.bytes("64k")).isEqualTo(65_536);
  }

  @Test
  void whatKubernetesPutsThereForAServiceOfThatNameIsNoMistake() {
    environment.put("STOCKADE_PORT_443_TCP", "tcp://10.0.0.1:443");
    environment.put("STOCKADE_SERVICE_HOST", "10.0.0.1");

    assertThat(read(null).complaints()).isEmpty();
  }

  @Test
  void aPolicyFileThatIsAskedForBeatsTheModeThatTheEngineBeforeLeft() {
    PolicyFile file = PolicyFile.parse("/p.yaml", "mode: canary\n".getBytes(UTF_8), 0);
    properties.setProperty("stockade.mode", "audit");
    assertThat(read("policy=/p.yaml").with(file, "/p.yaml").get(Option.MODE)).isEqualTo("audit");

    properties.setProperty("stockade.version", "0.1.0");
    assertThat(read("policy=/p.yaml").with(file, "/p.yaml").get(Option.MODE)).isEqualTo("canary");
    assertThat(read("policy=/p.yaml,mode=enforce").with(file, "/p.yaml").get(Option.MODE))
        .isEqualTo("enforce");
    environment.put("STOCKADE_POLICY", "/p.yaml");
    assertThat(read(null).with(file, "/p.yaml").get(Option.MODE)).isEqualTo("audit");

    environment.put("STOCKADE_MODE", "off");
    assertThat(read("policy=/p.yaml").with(file, "/p.yaml").get(Option.MODE)).isEqualTo("off");
  }

  @Test
  void aPolicyFileIsTheWeakestSource() {
    String yaml = "mode: enforce\nservice: billing\njournal.keep: 0\n";
    PolicyFile file = PolicyFile.parse("/p.yaml", yaml.getBytes(UTF_8), 0);

    Options options = read("mode=canary").with(file, "/p.yaml");

    assertThat(options.get(Option.MODE)).isEqualTo("canary");
    assertThat(options.get(Option.SERVICE)).isEqualTo("billing");
    assertThat(options.get(Option.JOURNAL_KEEP)).isEqualTo("4");
    assertThat(options.complaints())
        .containsExactly(
            "/p.yaml:3: journal.keep=0 is ignored: allowed is a whole number from 1 to 1000");
  }

  @Test
  void sizesAreBytesWithUnits() {
    assertThat(Option.bytes("65536")).isEqualTo(65536);
    assertThat(Option.bytes("64k")).isEqualTo(65536);
    assertThat(Option.bytes("2g")).isEqualTo(2L << 30);
    for (String bad : new String[] {"", "k", "-1", "1t", "9999999999g", "1.5m"}) {
      assertThat(Option.bytes(bad)).describedAs(bad).isEqualTo(-1);
    }
    assertThat(read("journal.max-size=1k").complaints()).hasSize(1);
  }

  private Options read(String argument) {
    return Options.read(argument, properties, environment);
  }
}
