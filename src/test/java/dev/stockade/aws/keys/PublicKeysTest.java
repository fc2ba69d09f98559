package dev.stockade.aws.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicKeysTest {
  private final PublicKeys table = new PublicKeys();

  @Test
  void anAccessKeyHasAFewAndTheFirstStay() throws Exception {
    List<PublicKey> keys = new ArrayList<>();
    for (int i = 0; i < ScopeKeys.MAX_KEYS + 1; i++) {
      keys.add(key());
      table.add("ASIA1", keys.get(i));
      table.add("ASIA1", keys.get(0));
    }
    assertThat(table.of("ASIA1")).isEqualTo(keys.subList(0, ScopeKeys.MAX_KEYS));
    assertThat(table.of("ASIA2")).isEmpty();
  }

  @Test
  void accessKeysWithoutEndAreForgottenButTheOneThatIsUsed() throws Exception {
    PublicKey key = key();
    table.add("used", key);
    for (int i = 0; i < 3 * PublicKeys.MAX; i++) {
      assertThat(table.of("used")).containsExactly(key);
      table.add("id" + i, key);
    }
    int kept = 0;
    for (int i = 0; i < 3 * PublicKeys.MAX; i++) {
      kept += table.of("id" + i).size();
    }
    assertThat(kept).isEqualTo(PublicKeys.MAX - 1);
  }

  private static PublicKey key() throws Exception {
    return KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic();
  }
}
