package dev.goguard.agent.transform;

import dev.goguard.agent.scope.Scope;
import dev.goguard.race.bootstrap.Threads;
import dev.goguard.race.detector.ThreadState;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Instruments a class when it is loaded. */
public final class RaceTransformer implements ClassFileTransformer {
  private final Scope scope;
  private final Map<ClassLoader, ClassShapes> shapes = new WeakHashMap<>();

  private final Function<ClassShapes, List<Rewriter>> calls;

  /** {@code calls} makes the rewriters of call sites, of which this package knows nothing. */
  public RaceTransformer(Scope scope, Function<ClassShapes, List<Rewriter>> calls) {
    this.scope = scope;
    this.calls = calls;
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] file) {
    if (loader == null
        || name == null
        || redefined != null
        || !scope.followsSynchronization(name)) {
      return null;
    }
    ThreadState thread = Threads.current();
    thread.ignored++;
    try {
      return instrument(file, shapesOf(loader));
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      return null;
    } finally {
      thread.ignored--;
    }
  }

  private ClassShapes shapesOf(ClassLoader loader) {
    synchronized (shapes) {
      return shapes.computeIfAbsent(loader, key -> new ClassShapes(scope, key));
    }
  }

  private byte[] instrument(byte[] file, ClassShapes shapes) {
    ClassReader reader = new ClassReader(file);
    ClassNode type = new ClassNode();
    reader.accept(type, ClassReader.EXPAND_FRAMES);
    shapes.add(ClassShape.read(reader, true));
    List<Rewriter> rewriters = new ArrayList<>(calls.apply(shapes));
    rewriters.addAll(List.of(
        new FieldRewriter(shapes),
        new VolatileRewriter(shapes),
        new MonitorRewriter(),
        new CallRewriter(),
        new ArrayRewriter()));
    // By index: rewriters add methods, of which those named like shadow are finished code.
    for (int i = 0; i < type.methods.size(); i++) {
      MethodNode method = type.methods.get(i);
      if (!method.name.startsWith("gg$")
          && (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
        instrument(new Body(type, method), shapes, rewriters);
      }
    }
    List<FieldNode> declared = List.copyOf(type.fields);
    new VolatileMembers(type).add(declared);
    new ShadowMembers(type).add(declared);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static void instrument(Body body, ClassShapes shapes, List<Rewriter> rewriters) {
    AbstractInsnNode[] original = body.method.instructions.toArray();
    LoopRewriter.rewriteAll(shapes, body);
    for (AbstractInsnNode insn : original) {
      for (Rewriter rewriter : rewriters) {
        rewriter.rewrite(insn, body);
      }
    }
    SynchronizedMethod.rewrite(body);
    body.finish();
  }
}
