package dev.goguard.agent.jdk;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AdviceAdapter;

/** Retransforms the JDK's classes so that they call the detector. */
public final class JdkHooks implements ClassFileTransformer {
  private static final String THREADS = "dev/goguard/race/bootstrap/Threads";

  private JdkHooks() {}

  /** Puts the hooks in place; program code has not run yet. */
  public static void install(Instrumentation instrumentation) throws UnmodifiableClassException {
    instrumentation.addTransformer(new JdkHooks(), true);
    instrumentation.retransformClasses(Thread.class);
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] file) {
    if (!"java/lang/Thread".equals(name)) {
      return null;
    }
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new ThreadVisitor(writer), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private static final class ThreadVisitor extends ClassVisitor {
    ThreadVisitor(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] thrown) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
      boolean start = name.equals("start") && descriptor.equals("()V");
      boolean join = name.equals("join") && descriptor.equals("(J)V");
      return start || join ? new ThreadAdvice(next, access, name, descriptor, start) : next;
    }
  }

  private static final class ThreadAdvice extends AdviceAdapter {
    private final boolean start;

    ThreadAdvice(MethodVisitor next, int access, String name, String descriptor, boolean start) {
      super(Opcodes.ASM9, next, access, name, descriptor);
      this.start = start;
    }

    @Override
    protected void onMethodEnter() {
      if (start) {
        hook("starting");
      }
    }

    @Override
    protected void onMethodExit(int opcode) {
      if (!start && opcode != ATHROW) {
        hook("joined");
      }
    }

    private void hook(String name) {
      super.visitVarInsn(ALOAD, 0);
      super.visitMethodInsn(INVOKESTATIC, THREADS, name, "(Ljava/lang/Thread;)V", false);
    }
  }
}
