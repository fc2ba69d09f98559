package dev.stockade.fleet.spark;

import dev.stockade.fleet.SparkFleet;
import dev.stockade.fleet.kit.HelpPages;
import org.junit.jupiter.api.Test;

class SparkHelpTest {
  @Test
  void eachCommandHasItsWordsAndOptions() throws Exception {
    HelpPages.assertAsAgreed(SparkFleet::run, "stockade-fleet-spark");
  }
}
