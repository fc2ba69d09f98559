package dev.stockade.weave;

import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ARETURN;
import static net.bytebuddy.jar.asm.Opcodes.F_SAME;
import static net.bytebuddy.jar.asm.Opcodes.IFGT;
import static net.bytebuddy.jar.asm.Opcodes.ILOAD;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESPECIAL;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEVIRTUAL;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stockade.gate.StockadeGate;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weaves {@link Hook#SKIP} into a class of its own, which the JVM then verifies: {@code void
 * drop(long, StringBuilder)}, {@code CharSequence echo(int, String, CharSequence)}, and {@code
 * static void loop(int, StringBuilder)}, whose first instruction is the target of its own jump.
 */
class SkipTest {
  private static final String NAME = "example/Skipped";

  private static final Skip SKIP = () -> {};

  private final List<Object> told = new ArrayList<>();
  private boolean refuse;

  @AfterEach
  void disarm() {
    StockadeGate.targets = null;
  }

  @ParameterizedTest(name = "class file version {0}")
  @ValueSource(ints = {50, 52, 61})
  void aMethodWithoutAResultEndsBeforeItBegins(int version) throws Exception {
    Class<?> type = woven(version, Hook.skip(NAME, "drop", null, 0, Hook.THIS, 1));
    Method drop = type.getMethod("drop", long.class, StringBuilder.class);
    Object target = type.getConstructor().newInstance();
    StringBuilder text = new StringBuilder();

    drop.invoke(target, 1L, text);
    assertThat(text).hasToString("ran");
    assertThat(told).containsExactly(target, text);

    refuse = true;
    drop.invoke(target, 1L, text);
    assertThat(text).hasToString("ran");
  }

  @ParameterizedTest(name = "class file version {0}")
  @ValueSource(ints = {50, 52, 61})
  void aMethodWithAResultReturnsTheChosenParameter(int version) throws Exception {
    Class<?> type = woven(version, Hook.skip(NAME, "echo", null, 2, 0, 1));
    Method echo = type.getMethod("echo", int.class, String.class, CharSequence.class);
    Object target = type.getConstructor().newInstance();

    assertThat(echo.invoke(target, 7, "own", "chosen")).isEqualTo("own");
    assertThat(told).containsExactly(7, "own");

    refuse = true;
    assertThat(echo.invoke(target, 7, "own", "chosen")).isEqualTo("chosen");
  }

  @ParameterizedTest(name = "class file version {0}")
  @ValueSource(ints = {50, 52, 61})
  void aLoopBackToTheFirstInstructionDoesNotAskAgain(int version) throws Exception {
    Class<?> type = woven(version, Hook.skip(NAME, "loop", null, 0, 1));
    Method loop = type.getMethod("loop", int.class, StringBuilder.class);
    StringBuilder text = new StringBuilder();

    loop.invoke(null, 3, text);
    assertThat(text).hasToString("ranranran");
    assertThat(told).hasSize(1);

    refuse = true;
    loop.invoke(null, 3, text);
    assertThat(text).hasToString("ranranran");
  }

  @ParameterizedTest(name = "{0} parameters")
  @ValueSource(ints = {1, 2, 3})
  void overloadsAreToldApartByTheirNumberOfParameters(int count) throws Exception {
    HookTable table =
        new HookTable(List.of(Hook.skip(NAME, "drop", null, 0, Hook.THIS).parameters(count)));

    byte[] result = Weaver.weave(classFile(52), table, table.in(NAME), new BitSet());

    assertThat(result != null).isEqualTo(count == 2);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Class<?> woven(int version, Hook hook) throws Exception {
    BiFunction<Object, Object[], Object> target =
        (value, loads) -> {
          told.addAll(Arrays.asList(loads));
          return refuse ? SKIP : value;
        };
    StockadeGate.targets = new BiFunction[] {target};
    HookTable table = new HookTable(List.of(hook));
    byte[] bytes = Weaver.weave(classFile(version), table, table.in(NAME), new BitSet());
    return new ClassLoader(SkipTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(null, bytes, 0, bytes.length);
      }
    }.define();
  }

  private static byte[] classFile(int version) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(version, ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    MethodVisitor make = method(type, ACC_PUBLIC, "<init>", "()V");
    make.visitVarInsn(ALOAD, 0);
    make.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    end(make, RETURN);

    MethodVisitor drop = method(type, ACC_PUBLIC, "drop", "(JLjava/lang/StringBuilder;)V");
    append(drop, 3);
    end(drop, RETURN);

    MethodVisitor echo =
        method(
            type,
            ACC_PUBLIC,
            "echo",
            "(ILjava/lang/String;Ljava/lang/CharSequence;)Ljava/lang/CharSequence;");
    echo.visitVarInsn(ALOAD, 2);
    end(echo, ARETURN);

    MethodVisitor loop =
        method(type, ACC_PUBLIC | ACC_STATIC, "loop", "(ILjava/lang/StringBuilder;)V");
    Label again = new Label();
    loop.visitLabel(again);
    loop.visitFrame(F_SAME, 0, null, 0, null);
    append(loop, 1);
    loop.visitIincInsn(0, -1);
    loop.visitVarInsn(ILOAD, 0);
    loop.visitJumpInsn(IFGT, again);
    end(loop, RETURN);
    type.visitEnd();
    return type.toByteArray();
  }

  private static MethodVisitor method(ClassWriter type, int access, String name, String shape) {
    MethodVisitor method = type.visitMethod(access, name, shape, null, null);
    method.visitCode();
    return method;
  }

  private static void append(MethodVisitor method, int local) {
    method.visitVarInsn(ALOAD, local);
    method.visitLdcInsn("ran");
    method.visitMethodInsn(
        INVOKEVIRTUAL,
        Type.getInternalName(StringBuilder.class),
        "append",
        "(Ljava/lang/String;)Ljava/lang/StringBuilder;",
        false);
    method.visitInsn(POP);
  }

  private static void end(MethodVisitor method, int opcode) {
    method.visitInsn(opcode);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }
}
