package dev.goguard.agent.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Instruments one class.
 *
 * <p>What does not fit into a class file is tried again with less: a method that would be longer
 * than 64 KB, or in which we fail, alone; when the class has too many constants, all its methods.
 * The members that other classes link to are there in any case.
 */
final class ClassInstrumenter {
  private final ClassReader reader;
  private final ClassShape shape;
  private final ClassShapes shapes;
  private final Function<ClassShapes, List<Rewriter>> calls;
  private final Outcomes outcomes;
  private final Map<String, Detail> details = new HashMap<>();
  private Detail atMost = Detail.FULL;

  ClassInstrumenter(
      ClassReader reader,
      ClassShape shape,
      ClassShapes shapes,
      Function<ClassShapes, List<Rewriter>> calls,
      Outcomes outcomes) {
    this.reader = reader;
    this.shape = shape;
    this.shapes = shapes;
    this.calls = calls;
    this.outcomes = outcomes;
  }

  byte[] instrument() {
    while (true) {
      try {
        return attempt();
      } catch (MethodTooLargeException e) {
        reduce(e.getMethodName() + e.getDescriptor(), "its code would be longer than 64 KB");
      } catch (ClassTooLargeException e) {
        if (atMost == Detail.NONE) {
          throw e;
        }
        atMost = atMost.leaner();
        outcomes.reduced(shape.name(), "*", "the class would have too many constants");
      }
    }
  }

  private void reduce(String method, String reason) {
    details.put(method, detail(method).leaner());
    outcomes.reduced(shape.name(), method, reason);
  }

  private Detail detail(String method) {
    Detail own = details.getOrDefault(method, Detail.FULL);
    return own.compareTo(atMost) > 0 ? own : atMost;
  }

  private byte[] attempt() {
    ClassNode type = new ClassNode();
    reader.accept(Serialization.keep(shape, shapes, type), ClassReader.EXPAND_FRAMES);
    type.version = ClassFiles.usable(type.version);
    List<FieldNode> declared = List.copyOf(type.fields);
    addBodies(type);
    new VolatileMembers(type).add(declared);
    if (shapes.checks(type.name)) {
      new ShadowMembers(type, shapes.initialiser(type.name)).add(BenignRaces.without(declared));
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }

  private void addBodies(ClassNode type) {
    List<Rewriter> rewriters = rewriters(type);
    // By index: rewriters add methods, of which those named like shadow are finished code.
    for (int i = 0; i < type.methods.size(); i++) {
      MethodNode method = type.methods.get(i);
      if (!method.name.startsWith("gg$")
          && !CoverageProbes.isMember(method.name)
          && (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
        instrument(type, method, rewriters);
      }
    }
  }

  private List<Rewriter> rewriters(ClassNode type) {
    List<Rewriter> rewriters = new ArrayList<>(calls.apply(shapes));
    rewriters.add(new VolatileRewriter(shapes));
    rewriters.add(new MonitorRewriter());
    rewriters.add(new ClassInitRewriter(shapes));
    if (shapes.checks(type.name)) {
      rewriters.add(new FieldRewriter(shapes));
      rewriters.add(new CallRewriter());
      rewriters.add(new ArrayRewriter());
    }
    return rewriters;
  }

  private void instrument(ClassNode type, MethodNode method, List<Rewriter> rewriters) {
    Detail detail = detail(method.name + method.desc);
    if (detail == Detail.NONE) {
      return;
    }
    boolean huge = ClassFiles.isHuge(method);
    Body body = new Body(type, method);
    AbstractInsnNode[] original = method.instructions.toArray();
    if (shapes.checks(type.name)) {
      CoverageProbes.exempt(body);
      BenignRaces.exempt(body);
      RedundantChecks.find(shapes, body, original);
      FreshObjects.find(shapes, body, original);
      LoopRewriter.rewriteAll(shapes, body);
    }
    for (AbstractInsnNode insn : original) {
      for (Rewriter rewriter : rewriters) {
        if (detail == Detail.FULL || !(rewriter instanceof CallRewriter)) {
          rewriter.rewrite(insn, body);
        }
      }
    }
    new ClassInitRewriter(shapes).enter(body);
    SynchronizedMethod.rewrite(body);
    body.finish();
    if (!huge && ClassFiles.isHuge(method)) {
      outcomes.slow(type.name, method.name);
    }
  }
}
