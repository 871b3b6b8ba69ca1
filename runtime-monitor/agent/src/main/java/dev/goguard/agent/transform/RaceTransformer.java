package dev.goguard.agent.transform;

import dev.goguard.agent.scope.Scope;
import dev.goguard.race.bootstrap.Threads;
import dev.goguard.race.detector.ThreadState;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;

/**
 * Instruments a class when it is loaded, and again when a debugger redefines it.
 *
 * <p>It is registered as one that cannot retransform: then the JVM takes the class as we left it
 * for what other agents retransform, and what we have added stays the same.
 */
public final class RaceTransformer implements ClassFileTransformer {
  private final Scope scope;
  private final Set<String> early;
  private final Function<ClassShapes, List<Rewriter>> calls;
  private final Outcomes outcomes;
  private final Map<ClassLoader, ClassShapes> shapes = new WeakHashMap<>();

  /**
   * A transformer with the rewriters of call sites that {@code calls} makes for each class.
   *
   * @param early the application's classes, with slashes, that were loaded before
   */
  public RaceTransformer(
      Scope scope, Set<String> early, Function<ClassShapes, List<Rewriter>> calls) {
    this.scope = scope;
    this.early = Set.copyOf(early);
    this.calls = calls;
    this.outcomes = new Outcomes(early);
  }

  /** What was done so far. */
  public TransformSummary summary() {
    return outcomes.summary();
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
        || !scope.followsSynchronization(name)
        || redefined != null && early.contains(name)) {
      return null;
    }
    return withoutRecording(name, file, shapesOf(loader));
  }

  private byte[] withoutRecording(String name, byte[] file, ClassShapes shapes) {
    ThreadState thread = Threads.current();
    thread.ignored++;
    thread.hidden++;
    try {
      return instrument(name, file, shapes);
    } catch (RuntimeException | Error e) {
      outcomes.failed(name, e);
      outcomes.refused(name, "an error in GoGuard");
      shapes.refuse(name, file);
      return null;
    } finally {
      thread.hidden--;
      thread.ignored--;
    }
  }

  private ClassShapes shapesOf(ClassLoader loader) {
    synchronized (shapes) {
      return shapes.computeIfAbsent(loader, key -> new ClassShapes(scope, early, key));
    }
  }

  private byte[] instrument(String name, byte[] file, ClassShapes shapes) {
    if (!shapes.seesHooks()) {
      outcomes.refused(name, "its class loader does not ask the bootstrap class loader");
      shapes.refuse(name, file);
      return null;
    }
    Optional<ClassReader> reader = ClassFiles.reader(file);
    if (reader.isEmpty()) {
      int version = ClassFiles.version(file);
      outcomes.refused(name, "class file version " + version + " is newer than GoGuard knows");
      shapes.refuse(name, file);
      return null;
    }
    ClassShape shape = ClassShape.read(reader.get(), true);
    shapes.add(shape);
    byte[] result =
        new ClassInstrumenter(reader.get(), shape, shapes, calls, outcomes).instrument();
    outcomes.instrumented(scope.checksAccesses(name));
    return result;
  }
}
