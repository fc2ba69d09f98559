package dev.stockade.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void areOursBeneathAFrameOfOursAtAnyDepth() {
    Samples samples =
        Samples.count(
            List.of(
                "[main tid=7];dev/stockade/apps/Load.run;java/lang/StockadeGate.pass 2",
                "[main tid=7];org/x/Sink.write;dev/stockade/gate/Guard.pass;java/lang/Math.min 3",
                "[main tid=7];org/x/Sink.write;java/net/Socket.write;__send;do_syscall_64_[k] 15"));

    assertThat(samples).isEqualTo(new Samples(5, 20));
    assertThat(samples.percent()).isEqualTo(25);
  }

  @Test
  void areOursInAThreadOfOurs() {
    assertThat(Samples.count(List.of("[stockade-writer tid=9];java/lang/Thread.run;park 4")))
        .isEqualTo(new Samples(4, 4));
  }

  @Test
  void areNotOursInTheProgramWhoseNameBeginsLikeOurs() {
    assertThat(
            Samples.count(
                List.of(
                    "[pool-1-thread-1 tid=8];dev/stockade/apps/SdkLoad.read 6",
                    "[C2 CompilerThread0 tid=3];Compile::Optimize 1")))
        .isEqualTo(new Samples(0, 7));
  }

  @Test
  void areCountedOfAThreadWithBlanksInItsName() {
    assertThat(Samples.count(List.of("[my own thread tid=8];a/B.c;d 12")))
        .isEqualTo(new Samples(0, 12));
  }
}
