package dev.stockade.weave;

import java.util.BitSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Puts the calls of a table's hooks into the bytes of a class.
 *
 * <p>Straight-line code is added, and for {@link Hook#SKIP} one branch: no local variable, so every
 * stack map frame of the class stays valid for all class file versions and nothing has to be
 * recomputed but the stack's depth. No member is added or changed, so loaded classes can be
 * retransformed.
 */
public final class Weaver extends ClassVisitor {
  /** A bridge only calls the method of the same name, which would be seen twice. */
  private static final int NEVER = Opcodes.ACC_BRIDGE | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private final HookTable table;
  private final int[] ids;
  private final BitSet woven;

  private Weaver(ClassVisitor next, HookTable table, int[] ids, BitSet woven) {
    super(OpenedClassReader.ASM_API, next);
    this.table = table;
    this.ids = ids;
    this.woven = woven;
  }

  /**
   * Weaves the hooks {@code ids} of a table into a class.
   *
   * @param woven gets the ids whose method was found
   * @return the new class file, or null when none of the methods is there
   */
  public static byte[] weave(byte[] classFile, HookTable table, int[] ids, BitSet woven) {
    ClassReader reader = OpenedClassReader.of(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    BitSet found = new BitSet();
    reader.accept(new Weaver(writer, table, ids, found), 0);
    woven.or(found);
    return found.isEmpty() ? null : writer.toByteArray();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
    for (int id : ids) {
      Hook hook = table.get(id);
      if (hook.isIn(name, descriptor) && (access & NEVER) == 0) {
        method = new HookedMethod(method, access, descriptor, hook, id);
        woven.set(id);
      }
    }
    return method;
  }

  @Override
  public void visitEnd() {
    WovenMark.put(this);
    super.visitEnd();
  }
}
