package dev.goguard.agent.transform;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** What must be known of a class to instrument those that use it: its supertypes and fields. */
record ClassShape(
    int version,
    int access,
    String name,
    String superName,
    String[] interfaces,
    Map<String, Integer> fields) {

  static ClassShape read(ClassReader reader) {
    Collector collector = new Collector();
    reader.accept(
        collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return collector.shape;
  }

  /** The access flags of a field declared here, or null. */
  Integer field(String name, String descriptor) {
    return fields.get(name + ':' + descriptor);
  }

  private static final class Collector extends ClassVisitor {
    ClassShape shape;

    Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      shape =
          new ClassShape(version & 0xFFFF, access, name, superName, interfaces, new HashMap<>());
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      shape.fields.put(name + ':' + descriptor, access);
      return null;
    }
  }
}
