package dev.stockade.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.library.jdk.ChokePoints;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.TypePath;
import net.bytebuddy.utility.OpenedClassReader;
import org.junit.jupiter.api.Test;

class WovenMarkTest {
  private static final byte[] MARK = {0, -1, 0, 2, 93, 0, 0};
  private static final byte[] ON_THE_SUPERCLASS = {16, -1, -1, 0, 0, 29, 0, 0};

  @Test
  void aWovenClassHasIt() throws Exception {
    HookTable table = new HookTable(ChokePoints.all());
    String name = "sun/security/ssl/TransportContext";
    byte[] woven;
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
      byte[] original = in.readAllBytes();
      assertThat(typeAnnotations(original)).isEmpty();
      woven = Weaver.weave(original, table, table.in(name), new BitSet());
    }

    assertThat(WovenMark.isKept(woven)).isTrue();
    assertThat(typeAnnotations(woven)).containsExactly("Ljava/lang/StockadeGate; ff0000");
  }

  @Test
  void itIsFoundAmongOthers() {
    assertThat(WovenMark.isIn(joined(MARK))).isTrue();
    assertThat(WovenMark.isIn(joined(ON_THE_SUPERCLASS, MARK))).isTrue();
    assertThat(WovenMark.isIn(joined(MARK, ON_THE_SUPERCLASS))).isTrue();
  }

  @Test
  void othersAreNotTakenForIt() {
    assertThat(WovenMark.isIn(null)).isFalse();
    assertThat(WovenMark.isIn(new byte[0])).isFalse();
    assertThat(WovenMark.isIn(joined())).isFalse();
    assertThat(WovenMark.isIn(joined(ON_THE_SUPERCLASS, ON_THE_SUPERCLASS))).isFalse();
  }

  private static byte[] joined(byte[]... annotations) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0);
    out.write(annotations.length);
    for (byte[] one : annotations) {
      out.writeBytes(one);
    }
    return out.toByteArray();
  }

  private static List<String> typeAnnotations(byte[] classFile) {
    List<String> found = new ArrayList<>();
    OpenedClassReader.of(classFile)
        .accept(
            new ClassVisitor(OpenedClassReader.ASM_API) {
              @Override
              public AnnotationVisitor visitTypeAnnotation(
                  int target, TypePath path, String descriptor, boolean visible) {
                found.add(descriptor + " " + Integer.toHexString(target));
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return found;
  }
}
