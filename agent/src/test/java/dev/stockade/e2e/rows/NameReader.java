package dev.stockade.e2e.rows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Reads from a class of ours which classes it uses and which names it looks for in a library. A
 * name is a constant; or a parameter, then whoever calls that method has the constant.
 */
final class NameReader extends ClassVisitor {
  private static final String REFLECT = "dev/stockade/weave/reflect/";

  /** What makes a name of its last constant text, by class, method and descriptor. */
  private final Map<String, MemberName.Kind> makers;

  private final Set<String> uses = new HashSet<>();
  private final Set<MemberName> names = new HashSet<>();
  private final Set<String> fed = new HashSet<>();
  private final Set<String> unread = new HashSet<>();
  private String className;

  private NameReader(Map<String, MemberName.Kind> makers) {
    super(OpenedClassReader.ASM_API);
    this.makers = makers;
  }

  /**
   * Reads a class.
   *
   * @param makers from {@link #makers()}; gets the methods that pass on a name
   */
  static NameReader of(byte[] classFile, Map<String, MemberName.Kind> makers) {
    NameReader reader = new NameReader(makers);
    OpenedClassReader.of(classFile)
        .accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return reader;
  }

  static Map<String, MemberName.Kind> makers() {
    String text = ".<init>(Ljava/lang/String;";
    Map<String, MemberName.Kind> makers = new HashMap<>();
    makers.put(REFLECT + "MethodByName" + text + ")V", MemberName.Kind.METHOD);
    makers.put(REFLECT + "MethodByName" + text + "I)V", MemberName.Kind.METHOD);
    makers.put(REFLECT + "FieldByName" + text + ")V", MemberName.Kind.FIELD);
    makers.put(REFLECT + "TypeByName" + text + ")V", MemberName.Kind.TYPE);
    return makers;
  }

  /** Classes that it makes, extends, or uses static members of. */
  Set<String> uses() {
    return uses;
  }

  Set<MemberName> names() {
    return names;
  }

  /** The makers that it gives a constant to. */
  Set<String> fed() {
    return fed;
  }

  /** Methods that look for a name which is neither a constant nor a parameter. */
  Set<String> unread() {
    return unread;
  }

  @Override
  public void visit(int v, int access, String name, String sign, String above, String[] types) {
    className = name;
    uses.add(above);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    return new Code(className + "." + method + descriptor);
  }

  private final class Code extends MethodVisitor {
    private final String method;
    private String text;
    private int number;

    Code(String method) {
      super(OpenedClassReader.ASM_API);
      this.method = method;
    }

    @Override
    public void visitLdcInsn(Object value) {
      text = value instanceof String constant ? constant : null;
      number = 0;
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) {
        number = opcode - Opcodes.ICONST_0;
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      number = operand;
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
      text = null;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      uses.add(type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETSTATIC) {
        uses.add(owner);
      }
    }

    @Override
    public void visitMethodInsn(int op, String owner, String name, String descriptor, boolean i) {
      if (op == Opcodes.INVOKESTATIC) {
        uses.add(owner);
      }
      String called = owner + "." + name + descriptor;
      MemberName.Kind kind = makers.get(called);
      if (kind != null && text != null) {
        names.add(new MemberName(kind, text, number));
        fed.add(called);
      } else if (kind != null && method.contains("Ljava/lang/String;")) {
        makers.put(method, kind);
      } else if (kind != null) {
        unread.add(method);
      }
      text = null;
    }
  }
}
