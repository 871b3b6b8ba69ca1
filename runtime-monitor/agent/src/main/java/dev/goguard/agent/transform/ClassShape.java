package dev.goguard.agent.transform;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What must be known of a class to instrument those that use it: its supertypes and fields. */
record ClassShape(
    int version,
    int access,
    String name,
    String superName,
    String[] interfaces,
    Map<String, Integer> fields,
    boolean isInstrumented,
    Initialisation initialisation) {

  static ClassShape read(ClassReader reader, boolean instrumented) {
    Collector collector = new Collector(instrumented);
    reader.accept(collector, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return collector.shape;
  }

  /** Filled in when the class's initialiser has been read, if it has one. */
  static final class Initialisation {
    private Initialiser code;
  }

  /** Whether the class has an initialiser that does something another thread could see. */
  boolean initialises() {
    return initialisation.code != null && initialisation.code.isVisible();
  }

  /** The access flags of a field declared here, or null. */
  Integer field(String name, String descriptor) {
    return fields.get(name + ':' + descriptor);
  }

  /** What the shadow of a field declared here is named after. */
  String shadowName(String name, String descriptor) {
    String prefix = name + ':';
    long same = fields.keySet().stream().filter(key -> key.startsWith(prefix)).count();
    return ClassShapes.shadowName(name, descriptor, same == 1);
  }

  private static final class Collector extends ClassVisitor {
    private final boolean instrumented;
    ClassShape shape;

    Collector(boolean instrumented) {
      super(Opcodes.ASM9);
      this.instrumented = instrumented;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      shape = new ClassShape(
          version & 0xFFFF,
          access,
          name,
          superName,
          interfaces,
          new HashMap<>(),
          instrumented,
          new Initialisation());
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (!name.equals("<clinit>")) {
        return null;
      }
      shape.initialisation.code = new Initialiser(shape);
      return shape.initialisation.code;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      String key = name + ':' + descriptor;
      shape.fields.put(key, access);
      return new FieldVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          if (BenignRaces.isName(annotation)) {
            shape.fields.put(key, access | BenignRaces.FIELD);
          }
          return null;
        }
      };
    }
  }
}
