package dev.stockade.e2e.rows;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;

/** Looks for names in the classes of a library until each was found in one of them. */
final class NameSearch extends ClassVisitor {
  private static final int MEMBERS =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  private final Set<MemberName> wanted;

  NameSearch(Collection<MemberName> wanted) {
    super(OpenedClassReader.ASM_API);
    this.wanted = new HashSet<>(wanted);
  }

  /** Goes on in these classes. */
  NameSearch in(ClassFiles files) throws IOException {
    if (!wanted.isEmpty()) {
      files.each(
          (name, bytes) -> {
            OpenedClassReader.of(bytes.read()).accept(this, MEMBERS);
            return !wanted.isEmpty();
          });
    }
    return this;
  }

  /** What was not found so far. */
  Set<MemberName> missing() {
    return wanted;
  }

  @Override
  public void visit(int v, int access, String name, String sign, String above, String[] types) {
    String dotted = "." + name.replace('/', '.');
    wanted.removeIf(
        type -> type.kind() == MemberName.Kind.TYPE && dotted.endsWith("." + type.name()));
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    wanted.remove(new MemberName(MemberName.Kind.FIELD, name, 0));
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if ((access & Opcodes.ACC_BRIDGE) == 0) {
      int parameters = Type.getArgumentCount(descriptor);
      wanted.remove(new MemberName(MemberName.Kind.METHOD, name, parameters));
    }
    return null;
  }
}
