package dev.stockade.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy file is taken whole or not at all. */
class PolicyOnDiskTest {
  private static final String WHOLE = "mode: enforce\ncandidate: {profile: mozilla-modern-6.0}\n";

  @TempDir Path folder;
  private Path file;
  private PolicyOnDisk disk;

  @BeforeEach
  void start() throws Exception {
    file = Files.writeString(folder.resolve("policy.yaml"), WHOLE);
    disk = new PolicyOnDisk(file.toString());
    disk.read();
    assertThat(mode()).isEqualTo("enforce");
  }

  @Test
  void aLongerFileIsTakenAtTheSecondLookAndNotBefore() throws Exception {
    Files.writeString(file, WHOLE.replace("enforce", "canary") + "service: a-longer-file\n");
    assertThat(disk.look()).isFalse();
    assertThat(disk.isPending()).isTrue();
    assertThat(disk.look()).isFalse();
    assertThat(mode()).isEqualTo("enforce");
    Thread.sleep(Standstill.MILLIS + 10);
    assertThat(disk.look()).isTrue();
    assertThat(mode()).isEqualTo("canary");
    assertThat(disk.isPending()).isFalse();
  }

  @Test
  void theBeginningOfAFileThatIsWrittenInPlaceIsNeverInForce() throws Exception {
    Files.writeString(file, "");
    for (int i = 0; i < 3; i++) {
      disk.look();
      Thread.sleep(200);
    }
    Files.writeString(file, "mode: audit\n", StandardOpenOption.APPEND);
    for (int i = 0; i < 6; i++) {
      disk.look();
      Thread.sleep(300);
    }
    assertThat(mode()).isEqualTo("enforce");
    assertThat(disk.waits())
        .contains(file + " is shorter than the one in force (12 instead of " + WHOLE.length())
        .contains("replace the file by a rename");
    Files.writeString(
        file,
        "candidate: {profile: mozilla-modern-6.0}\nservice: more-than-before\n",
        StandardOpenOption.APPEND);
    disk.look();
    Thread.sleep(Standstill.RESTLESS_MILLIS + 10);
    assertThat(disk.look()).isTrue();
    assertThat(mode()).isEqualTo("audit");
    assertThat(disk.waits()).isNull();
  }

  @Test
  void aShorterFileIsTakenWhenItStaysSo() throws Exception {
    Files.writeString(file, "mode: audit\n");
    assertThat(disk.look()).isFalse();
    Thread.sleep(Standstill.SHORTER_MILLIS - 500);
    assertThat(disk.look()).isFalse();
    Thread.sleep(600);
    assertThat(disk.look()).isTrue();
    assertThat(mode()).isEqualTo("audit");
  }

  @Test
  void anEmptyFileIsNoPolicy() throws Exception {
    Files.writeString(file, " \n");
    disk.look();
    Thread.sleep(Standstill.RESTLESS_MILLIS + 10);
    assertThat(disk.look()).isTrue();
    assertThat(disk.error()).contains(file + " is empty, write 'mode: audit'");
    assertThat(mode()).isEqualTo("enforce");

    PolicyOnDisk atStart = new PolicyOnDisk(file.toString());
    atStart.read();
    assertThat(atStart.error()).contains(" is empty");
    assertThat(atStart.good()).isNull();
  }

  @Test
  void allThatIsWrongWithARefusedFileIsKept() throws Exception {
    Files.writeString(file, WHOLE + "excetions: []\nmods: audit\n");
    disk.look();
    Thread.sleep(Standstill.MILLIS + 10);
    assertThat(disk.look()).isTrue();
    assertThat(disk.error()).contains("(and 1 more)");
    assertThat(disk.refused()).hasSize(2).allMatch(line -> line.startsWith(file + ":"));
    assertThat(mode()).isEqualTo("enforce");
  }

  @Test
  void theSameContentOfTheSameLengthAndTimeIsLookedAtWhileTheFileIsYoung() throws Exception {
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, WHOLE.replace("enforce", "canary "));
    Files.setLastModifiedTime(file, time);
    disk.look();
    Thread.sleep(Standstill.RESTLESS_MILLIS + 10);
    assertThat(disk.look()).isTrue();
    assertThat(mode()).isEqualTo("canary");
  }

  @Test
  void aFileThatWasJustWrittenWaitsForItsEndAtStart() throws Exception {
    Path next = folder.resolve("next.yaml");
    Files.writeString(next, "mode: enforce\n");
    Thread writer =
        new Thread(
            () -> {
              try {
                Thread.sleep(100);
                Files.writeString(next, "service: late\n", StandardOpenOption.APPEND);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    writer.start();
    PolicyOnDisk starting = new PolicyOnDisk(next.toString());
    long begin = System.nanoTime();
    starting.read();
    writer.join();
    assertThat(System.nanoTime() - begin).isLessThan(1_200_000_000L);
    assertThat(starting.good().options()).containsKey("service");
  }

  @Test
  void aTimeInWholeSecondsSaysLessOfWhenItWasWritten() throws Exception {
    long second = System.currentTimeMillis() / 1_000 * 1_000;
    Files.setLastModifiedTime(file, FileTime.fromMillis(second));
    long begin = System.nanoTime();
    new PolicyOnDisk(file.toString()).read();
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(Standstill.MILLIS * 1_000_000);

    Files.setLastModifiedTime(file, FileTime.fromMillis(second - 2_000));
    begin = System.nanoTime();
    new PolicyOnDisk(file.toString()).read();
    assertThat(System.nanoTime() - begin).isLessThan(Standstill.MILLIS * 1_000_000);
  }

  @Test
  void aLinkThatIsSwappedNeedsNoLongWait() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    PolicyOnDisk linked = new PolicyOnDisk(link.toString());
    linked.read();
    Path other = Files.writeString(folder.resolve("other.yaml"), "mode: audit\n");
    Path swap = Files.createSymbolicLink(folder.resolve("swap"), other);
    Files.move(swap, link, StandardCopyOption.ATOMIC_MOVE);
    linked.look();
    Thread.sleep(Standstill.MILLIS + 10);
    assertThat(linked.look()).isTrue();
    assertThat(linked.good().options().get("mode").value()).isEqualTo("audit");
  }

  private String mode() {
    return disk.good().options().get("mode").value();
  }
}
