package dev.goguard.agent.transform;

import dev.goguard.agent.scope.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * Knows which constructors keep the object that they make to themselves until they return.
 *
 * <p>A constructor that stores {@code this}, passes it to any method, or lets a lambda have it does
 * not. Of those of the JDK only the ones that do nothing are known; no lock is held while a class
 * is read.
 */
final class Constructors {
  private static final Set<String> EMPTY =
      Set.of("java/lang/Object", "java/lang/Record", "java/lang/Number", "java/lang/Enum");

  private final Scope scope;
  private final ClassLoader loader;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  Constructors(Scope scope, ClassLoader loader) {
    this.scope = scope;
    this.loader = loader;
  }

  boolean keepThis(String owner, String descriptor) {
    if (EMPTY.contains(owner)) {
      return true;
    }
    Boolean keeps = known.get(owner + descriptor);
    if (keeps == null) {
      known.put(owner + descriptor, false); // as long as it is asked for by itself
      keeps = scope.followsSynchronization(owner) && keepsThis(owner, descriptor);
      known.put(owner + descriptor, keeps);
    }
    return keeps;
  }

  private boolean keepsThis(String owner, String descriptor) {
    try (InputStream file = loader.getResourceAsStream(owner + ".class")) {
      MethodNode constructor = file == null ? null : read(new ClassReader(file), descriptor);
      return constructor != null && ObjectFlow.keepsThis(owner, constructor, this::keepThis);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static MethodNode read(ClassReader reader, String descriptor) {
    MethodNode[] found = new MethodNode[1];
    ClassVisitor chooser = new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String desc, String signature, String[] exceptions) {
        if (!name.equals("<init>") || !desc.equals(descriptor)) {
          return null;
        }
        found[0] = new MethodNode(access, name, desc, signature, exceptions);
        return found[0];
      }
    };
    reader.accept(chooser, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }
}
