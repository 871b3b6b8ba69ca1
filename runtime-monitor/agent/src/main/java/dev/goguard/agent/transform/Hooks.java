package dev.goguard.agent.transform;

import dev.goguard.race.bootstrap.ArrayElements;
import dev.goguard.race.bootstrap.ClassInits;
import dev.goguard.race.bootstrap.Monitors;
import dev.goguard.race.bootstrap.Threads;
import dev.goguard.race.bootstrap.Volatiles;
import dev.goguard.race.detector.Access;
import dev.goguard.race.detector.Cell;
import dev.goguard.race.detector.ReadPlaces;
import dev.goguard.race.detector.SyncClock;
import dev.goguard.race.detector.ThreadState;
import dev.goguard.race.shadow.ArrayShadow;
import dev.goguard.race.shadow.Companion;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** The names and descriptors of what instrumented code calls. */
public final class Hooks {
  public static final String THREAD = Type.getInternalName(ThreadState.class);
  public static final String THREAD_DESC = Type.getDescriptor(ThreadState.class);
  static final String THREADS = Type.getInternalName(Threads.class);
  static final String MONITORS = Type.getInternalName(Monitors.class);
  static final String VOLATILES = Type.getInternalName(Volatiles.class);
  static final String ARRAY_ELEMENTS = Type.getInternalName(ArrayElements.class);
  static final String ARRAY_SHADOW = Type.getInternalName(ArrayShadow.class);
  static final String CLASS_INITS = Type.getInternalName(ClassInits.class);
  static final String SYNC_CLOCK = Type.getInternalName(SyncClock.class);
  static final String SYNC_CLOCK_DESC = Type.getDescriptor(SyncClock.class);
  static final String COMPANION = Type.getInternalName(Companion.class);
  static final String ACCESS = Type.getInternalName(Access.class);
  static final String CELL = Type.getInternalName(Cell.class);
  static final String READ_PLACES = Type.getInternalName(ReadPlaces.class);

  /** (thread, context, site): what every access hook takes last. */
  public static final String WHERE = THREAD_DESC + "JI)V";

  public static final String OBJECT = "Ljava/lang/Object;";

  private Hooks() {}

  public static MethodInsnNode call(String owner, String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }
}
