package dev.stockade.weave.reflect;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;

/** Checks whether one method's code is nothing but a return. */
final class MethodBody extends MethodVisitor {
  /** How a class is read for this: without what has no effect. */
  static final int PLAIN = ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  /** What Kotlin puts before a body, for parameters that must not be null. */
  private static final String KOTLIN_CHECKS = "kotlin/jvm/internal/Intrinsics";

  /** The effect of a method. */
  enum Kind {
    RETURNS,
    RETURNS_TRUE,
    SOMETHING
  }

  private final Finder finder;
  private boolean loadedTrue;
  private boolean other;

  private MethodBody(Finder finder) {
    super(OpenedClassReader.ASM_API);
    this.finder = finder;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ICONST_1 && !loadedTrue) {
      loadedTrue = true;
    } else if (opcode == Opcodes.RETURN && !loadedTrue) {
      finder.found = other ? Kind.SOMETHING : Kind.RETURNS;
      other = true;
    } else if (opcode == Opcodes.IRETURN && loadedTrue) {
      finder.found = other ? Kind.SOMETHING : Kind.RETURNS_TRUE;
      other = true;
    } else if (opcode != Opcodes.NOP) {
      doesSomething();
    }
  }

  private void doesSomething() {
    other = true;
    finder.found = Kind.SOMETHING;
  }

  @Override
  public void visitVarInsn(int opcode, int local) {
    if (opcode != Opcodes.ALOAD) {
      doesSomething();
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    if (!(value instanceof String)) {
      doesSomething();
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (!owner.equals(KOTLIN_CHECKS)) {
      doesSomething();
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    doesSomething();
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    doesSomething();
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    doesSomething();
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    doesSomething();
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    doesSomething();
  }

  @Override
  public void visitIincInsn(int local, int increment) {
    doesSomething();
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    doesSomething();
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    doesSomething();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    doesSomething();
  }

  /** Finds a method in a class that is read {@link #PLAIN}. */
  static final class Finder extends ClassVisitor {
    private final String name;
    private final String descriptor;

    /** Null while the class is not known to have the method. */
    Kind found;

    Finder(String name, String descriptor) {
      super(OpenedClassReader.ASM_API);
      this.name = name;
      this.descriptor = descriptor;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (!name.equals(this.name) || !descriptor.equals(this.descriptor)) {
        return null;
      }
      found = Kind.SOMETHING;
      return new MethodBody(this);
    }
  }
}
