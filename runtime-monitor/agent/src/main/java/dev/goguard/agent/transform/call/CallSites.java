package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.ClassShapes;
import dev.goguard.agent.transform.Rewriter;
import java.util.List;

/** The rewriters of call sites, for one class that is being instrumented. */
public final class CallSites {
  private CallSites() {}

  /** In the order in which they look at an instruction. */
  public static List<Rewriter> rewriters(ClassShapes shapes) {
    ContainerRewriter containers = new ContainerRewriter(shapes);
    AtomicRewriter atomics = new AtomicRewriter(shapes);
    ArrayCallRewriter arrays = new ArrayCallRewriter(shapes);
    ReflectionRewriter reflections = new ReflectionRewriter(shapes);
    IteratorRewriter iterators = new IteratorRewriter(shapes);
    BufferRewriter buffers = new BufferRewriter(shapes);
    MethodReferenceRewriter references = new MethodReferenceRewriter(call -> atomics.isWatched(call)
        || containers.isWatched(call)
        || buffers.isWatched(call)
        || iterators.isWatched(call)
        || arrays.isWatched(call)
        || reflections.isWatched(call));
    return List.of(
        references,
        iterators,
        containers,
        buffers,
        arrays,
        new HandleRewriter(),
        reflections,
        atomics);
  }
}
