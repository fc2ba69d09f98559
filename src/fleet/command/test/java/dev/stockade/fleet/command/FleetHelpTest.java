package dev.stockade.fleet.command;

import dev.stockade.fleet.kit.HelpPages;
import org.junit.jupiter.api.Test;

class FleetHelpTest {
  @Test
  void eachCommandHasItsWordsAndOptions() throws Exception {
    HelpPages.assertAsAgreed(Fleet::run, "stockade-fleet");
  }
}
