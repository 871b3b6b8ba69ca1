package dev.goguard.agent.jdk;

import dev.goguard.race.bootstrap.InternalLock;
import dev.goguard.race.bootstrap.InternalReadWriteLock;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lets classes of the JDK make locks of a class of ours instead of {@code ReentrantLock}, so that
 * the hooks know the JDK's own locks from the program's.
 */
final class InternalLocks {
  private static final String LOCKS = "java/util/concurrent/locks/";
  private static final byte[] MARK = (LOCKS + "Reentrant").getBytes(StandardCharsets.US_ASCII);
  private static final Map<String, String> OURS = Map.of(
      LOCKS + "ReentrantLock", Type.getInternalName(InternalLock.class),
      LOCKS + "ReentrantReadWriteLock", Type.getInternalName(InternalReadWriteLock.class));

  private InternalLocks() {}

  /** The class file with its locks replaced, or the same when it makes none. */
  static byte[] replaceIn(String type, byte[] file) {
    if (type.startsWith(LOCKS) || !mentionsLocks(file)) {
      return file;
    }
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, 0);
    Replacer replacer = new Replacer(writer);
    reader.accept(replacer, 0);
    return replacer.replaced ? writer.toByteArray() : file;
  }

  private static boolean mentionsLocks(byte[] file) {
    for (int at = 0; at <= file.length - MARK.length; at++) {
      if (file[at] == 'j'
          && java.util.Arrays.equals(file, at, at + MARK.length, MARK, 0, MARK.length)) {
        return true;
      }
    }
    return false;
  }

  private static final class Replacer extends ClassVisitor {
    boolean replaced;

    Replacer(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] thrown) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
      return new MethodVisitor(Opcodes.ASM9, next) {
        private int created;

        @Override
        public void visitTypeInsn(int opcode, String type) {
          boolean ours = opcode == Opcodes.NEW && OURS.containsKey(type);
          created += ours ? 1 : 0;
          replaced |= ours;
          super.visitTypeInsn(opcode, ours ? OURS.get(type) : type);
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String form, boolean isInterface) {
          boolean ours = called.equals("<init>") && created > 0 && OURS.containsKey(owner);
          created -= ours ? 1 : 0;
          super.visitMethodInsn(opcode, ours ? OURS.get(owner) : owner, called, form, isInterface);
        }
      };
    }
  }
}
