package dev.stockade.weave.reflect;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * The bodies of all lambdas of one kind in a class. A lambda's own class has no file, and does not
 * say which of them it is; so they are judged together.
 */
final class LambdaBodies extends ClassVisitor {
  private final String kind;
  private final String method;
  private final List<Handle> bodies = new ArrayList<Handle>();

  private LambdaBodies(String kind, String method) {
    super(OpenedClassReader.ASM_API);
    this.kind = kind;
    this.method = method;
  }

  /**
   * Whether each lambda in a class that implements an interface is of that class and returns true.
   *
   * @param kind the interface's internal name
   * @param method its one method
   */
  static boolean areAlwaysTrue(byte[] classFile, String kind, String method) {
    LambdaBodies lambdas = new LambdaBodies(kind, method);
    OpenedClassReader.of(classFile).accept(lambdas, MethodBody.PLAIN);
    for (Handle body : lambdas.bodies) {
      MethodBody.Finder finder = new MethodBody.Finder(body.getName(), body.getDesc());
      OpenedClassReader.of(classFile).accept(finder, MethodBody.PLAIN);
      String owner = OpenedClassReader.of(classFile).getClassName();
      if (finder.found != MethodBody.Kind.RETURNS_TRUE || !body.getOwner().equals(owner)) {
        return false;
      }
    }
    return !lambdas.bodies.isEmpty();
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new MethodVisitor(OpenedClassReader.ASM_API) {
      @Override
      public void visitInvokeDynamicInsn(
          String called, String type, Handle bootstrap, Object... arguments) {
        if (called.equals(method)
            && Type.getReturnType(type).getInternalName().equals(kind)
            && arguments.length > 1
            && arguments[1] instanceof Handle) {
          bodies.add((Handle) arguments[1]);
        }
      }
    };
  }
}
