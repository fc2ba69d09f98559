package dev.stockade.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;

/** Writes the call of one hook into one method. */
final class HookedMethod extends MethodVisitor {
  /** A string and not a class constant: the relocation when packing moves it to java/lang. */
  private static final String GATE = "dev/stockade/gate/StockadeGate";

  private static final String GATE_CALL =
      "(Ljava/lang/Object;I[Ljava/lang/Object;)Ljava/lang/Object;";

  private final Hook hook;
  private final int id;
  private final Type[] parameters;
  private final Type result;
  private final int firstLocal;

  HookedMethod(MethodVisitor next, int access, String descriptor, Hook hook, int id) {
    super(OpenedClassReader.ASM_API, next);
    this.hook = hook;
    this.id = id;
    this.parameters = Type.getArgumentTypes(descriptor);
    this.result = Type.getReturnType(descriptor);
    this.firstLocal = (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (hook.point() == Hook.ENTER) {
      tellGate();
    } else if (hook.point() == Hook.SKIP) {
      returnIfGateAnswers();
    } else if (hook.point() == Hook.ARGUMENT) {
      int local = localOf(hook.argument());
      visitVarInsn(Opcodes.ALOAD, local);
      callGate();
      visitTypeInsn(Opcodes.CHECKCAST, parameters[hook.argument()].getInternalName());
      visitVarInsn(Opcodes.ASTORE, local);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ARETURN && hook.point() == Hook.RETURN) {
      callGate();
      visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
    }
    if (opcode == Opcodes.ATHROW && hook.point() == Hook.THROW) {
      callGate();
      visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Throwable");
    }
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN && hook.point() == Hook.EXIT) {
      tellGate();
    }
    super.visitInsn(opcode);
  }

  private void tellGate() {
    super.visitInsn(Opcodes.ACONST_NULL);
    callGate();
    super.visitInsn(Opcodes.POP);
  }

  /**
   * The one branch of all hooks. Its target has the frame that every method starts with; the no-op
   * keeps it apart from a frame that the method may have for its own first instruction.
   */
  private void returnIfGateAnswers() {
    Label goOn = new Label();
    super.visitInsn(Opcodes.ACONST_NULL);
    callGate();
    visitJumpInsn(Opcodes.IFNULL, goOn);
    if (result.getSort() == Type.VOID) {
      super.visitInsn(Opcodes.RETURN);
    } else {
      visitVarInsn(Opcodes.ALOAD, localOf(hook.argument()));
      super.visitInsn(Opcodes.ARETURN);
    }
    visitLabel(goOn);
    visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    super.visitInsn(Opcodes.NOP);
  }

  /** Stack: value, then after the call what is to be used instead. */
  private void callGate() {
    visitIntInsn(Opcodes.SIPUSH, id);
    int[] loads = hook.loads();
    if (loads.length == 0) {
      visitInsn(Opcodes.ACONST_NULL);
    } else {
      visitIntInsn(Opcodes.SIPUSH, loads.length);
      visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
      for (int i = 0; i < loads.length; i++) {
        visitInsn(Opcodes.DUP);
        visitIntInsn(Opcodes.SIPUSH, i);
        load(loads[i]);
        visitInsn(Opcodes.AASTORE);
      }
    }
    visitMethodInsn(Opcodes.INVOKESTATIC, GATE, "call", GATE_CALL, false);
  }

  private void load(int parameter) {
    if (parameter == Hook.THIS) {
      visitVarInsn(Opcodes.ALOAD, 0);
    } else if (isNumber(parameters[parameter])) {
      visitVarInsn(Opcodes.ILOAD, localOf(parameter));
      visitMethodInsn(
          Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    } else {
      visitVarInsn(Opcodes.ALOAD, localOf(parameter));
    }
  }

  /** What the JVM has as an int on its stack, and is a number. */
  private static boolean isNumber(Type type) {
    return type.getSort() == Type.INT || type.getSort() == Type.SHORT;
  }

  private int localOf(int parameter) {
    int local = firstLocal;
    for (int i = 0; i < parameter; i++) {
      local += parameters[i].getSize();
    }
    return local;
  }
}
