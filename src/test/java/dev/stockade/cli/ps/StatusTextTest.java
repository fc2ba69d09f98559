package dev.stockade.cli.ps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.cli.command.JsonTree;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A status for people. */
class StatusTextTest {
  @Test
  void everythingThatTheEngineSaysIsShown() throws IOException {
    String status =
        """
        {"ok":true,"version":"0.1.0","mode":"canary","profile":"aws-outposts","since":"2026-11-24",
         "service":"orders","instance":"host-1","pid":4711,"killed":"/etc/stockade.off",
         "policy":{"file":"/etc/p.yaml","digest":"sha256:ab","loaded":"now","error":"line 3"},
         "rules":[{"id":"tls.min-version","stage":"audit","explicit":true,"lowered":true},
                  {"id":"tls.dh-size","stage":"enforce","explicit":false,"lowered":false}],
         "hooks":{"woven":12,"live":31,"off":["okhttp"]},"errors":0,"counts":{"pass":9,"warn":0},
         "journal":{"target":"/var/log/x","written":11,"dropped":0,"errors":0},
         "exceptions":[{"id":"erp","owner":"pay","expires":"2027-03-31","state":"expiring","used":0,"unused":true}],
         "candidate":{"profile":"mozilla","newlyBlocked":2},
         "canary":{"percent":10,"fuse":false,"rolledBack":[{"rule":"tls.min-version",
            "destination":"db:1433","time":"noon","reason":"5 of 20 blocked"}]},
         "cost":{"installMillis":120,"threads":1}}
        """;

    assertThat(StatusText.of(JsonTree.object(status), false))
        .containsExactly(
            "Stockade   0.1.0 in canary",
            "JVM        4711 orders on host-1",
            "since      2026-11-24",
            "KILLED     does nothing while /etc/stockade.off exists",
            "profile    aws-outposts",
            "policy     /etc/p.yaml sha256:ab",
            "           read now",
            "           NOT TAKEN OVER, the one before stays: line 3",
            "rules      audit    tls.min-version (by the policy) (lowered)",
            "           enforce  tls.dh-size",
            "hooks      woven 12, live 31",
            "           okhttp is OFF after errors",
            "errors     0",
            "counts     pass 9, warn 0",
            "journal    target /var/log/x, written 11, dropped 0, errors 0",
            "exceptions erp expiring unused until 2027-03-31 used 0 owner pay",
            "candidate  profile mozilla, newlyBlocked 2",
            "canary     percent 10, fuse false",
            "           rolled back tls.min-version for db:1433 at noon because 5 of 20 blocked",
            "cost       installMillis 120, threads 1");
  }

  @Test
  void countsThatAreOlderThanTheEngineSaySo() throws IOException {
    String status =
        """
        {"version":"1","mode":"audit","since":"2026-11-25","countedSince":"2026-11-24"}
        """;

    assertThat(StatusText.of(JsonTree.object(status), false))
        .containsExactly("Stockade   1 in audit", "since      2026-11-25, counts since 2026-11-24");
  }

  @Test
  void whatIsUnknownMakesNoLine() throws IOException {
    assertThat(StatusText.of(JsonTree.object("{\"version\":\"1\",\"mode\":\"audit\"}"), false))
        .containsExactly("Stockade   1 in audit");
  }
}
