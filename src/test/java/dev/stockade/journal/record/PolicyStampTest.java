package dev.stockade.journal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.journal.JournalSettings;
import dev.stockade.journal.Samples;
import dev.stockade.policy.Policy;
import dev.stockade.policy.tls.Profiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicyStampTest {
  private final PolicyStamp stamp = new PolicyStamp(Samples.settings(Path.of("unused.ndjson")));

  @Test
  void namesTheProfileWhereThePolicyIsOfNoFile() {
    stamp.take(new Policy.Builder().profile("aws-outposts").build());
    assertThat(stamp.digest()).isEqualTo(Profiles.named("aws-outposts").digest());
  }

  @Test
  void knowsNothingOfAProfileThatDoesNotExist() {
    assertThat(new PolicyStamp(new JournalSettings("audit")).digest()).isNull();
  }
}
