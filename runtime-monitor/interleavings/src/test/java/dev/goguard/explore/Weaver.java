package dev.goguard.explore;

import java.util.Map;
import java.util.function.BiPredicate;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts {@link Points#point} before whatever touches a VarHandle, an atomic, a volatile field, an
 * array of ints or an interrupt flag, and other methods of {@link Points} in place of the JDK's.
 *
 * <p>Plain fields have no points: the runtime touches those of its own under locks, which consist
 * of the former. The arrays are what the programs check.
 */
final class Weaver extends ClassVisitor {
  private static final String POINTS = "dev/goguard/explore/Points";

  /** Static methods of the JDK, and ours of the same type. */
  private static final Map<String, String> STATIC = Map.of(
      "java/util/concurrent/locks/LockSupport.park(Ljava/lang/Object;)V", "park",
      "java/util/concurrent/locks/LockSupport.parkNanos(J)V", "parkNanos",
      "java/util/concurrent/locks/LockSupport.parkNanos(Ljava/lang/Object;J)V", "parkNanos",
      "java/util/concurrent/locks/LockSupport.unpark(Ljava/lang/Thread;)V", "unpark",
      "java/lang/Thread.onSpinWait()V", "spin",
      "java/lang/Thread.yield()V", "spin",
      "java/lang/Thread.interrupted()Z", "interrupted",
      "java/lang/System.nanoTime()J", "nanoTime");

  private static final String RANDOM = "java/util/concurrent/ThreadLocalRandom";

  private final BiPredicate<String, String> isVolatile;

  Weaver(ClassVisitor next, BiPredicate<String, String> isVolatile) {
    super(Opcodes.ASM9, next);
    this.isVolatile = isVolatile;
  }

  @Override
  public MethodVisitor visitMethod(int access, String name, String type, String sig, String[] ex) {
    MethodVisitor next = super.visitMethod(access, name, type, sig, ex);
    return name.equals("<clinit>") ? next : new Body(next);
  }

  private final class Body extends MethodVisitor {
    Body(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    private void point() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, POINTS, "point", "()V", false);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
      if (isVolatile.test(owner, name)) {
        point();
      }
      super.visitFieldInsn(opcode, owner, name, type);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.IALOAD || opcode == Opcodes.IASTORE) {
        point();
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean itf) {
      String ours = STATIC.get(owner + "." + name + type);
      if (ours != null) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, POINTS, ours, type, false);
      } else if (owner.equals(RANDOM) && name.equals("nextInt") && type.equals("(I)I")) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, POINTS, "random", "(L" + RANDOM + ";I)I", false);
      } else {
        if (touchesShared(owner, name)) {
          point();
        }
        super.visitMethodInsn(opcode, owner, name, type, itf);
      }
    }

    private boolean touchesShared(String owner, String name) {
      return owner.equals("java/lang/invoke/VarHandle")
          || owner.startsWith("java/util/concurrent/atomic/")
          || owner.equals("java/lang/Thread") && name.equals("interrupt")
          || owner.equals("java/lang/Thread") && name.equals("isInterrupted");
    }
  }
}
