package dev.goguard.agent.transform;

import dev.goguard.race.context.SiteNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The code of one method while it is being instrumented, with two locals behind its own: the
 * thread's state and the calling context in which the method was entered.
 *
 * <p>The locals are set by the first instructions, so they hold their value everywhere, and every
 * frame of the method says so; nothing else in the frames changes.
 */
public final class Body {
  public final ClassNode type;
  public final MethodNode method;
  private final int thread;
  private final int context;
  private final List<Object> locals = new ArrayList<>();
  private final Map<Object, Integer> shadows = new HashMap<>();
  private final boolean keepsThis;
  private int self;
  private final List<VarInsnNode> scratch = new ArrayList<>();
  final Operands operands;
  private final ArrayOrigins arrays;
  private final Set<AbstractInsnNode> checkedElsewhere = new HashSet<>();
  private final InsnList entry = new InsnList();
  private final Set<AbstractInsnNode> storesBeforeSuper;
  private final Map<AbstractInsnNode, Boolean> freshStores = new HashMap<>();
  private int cell;
  private int slots;
  private boolean used;
  private boolean resetsContext;

  Body(ClassNode type, MethodNode method) {
    this.type = type;
    this.method = method;
    this.thread = method.maxLocals;
    this.context = method.maxLocals + 1;
    this.keepsThis = keepsThis(method);
    this.operands = new Operands(type.name, method);
    this.arrays = new ArrayOrigins(method, operands);
    this.storesBeforeSuper = isConstructor() ? SuperCall.storesBefore(type, method) : Set.of();
  }

  public boolean isStatic() {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  /** Pushes the object that the method was called on, even when the code has reused its local. */
  InsnList self() {
    if (!keepsThis() && self == 0) {
      self = local(type.name);
      onEntry(copy(0, self));
    }
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, self));
    return code;
  }

  private static InsnList copy(int from, int to) {
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, from));
    code.add(new VarInsnNode(Opcodes.ASTORE, to));
    return code;
  }

  /** Whether {@code this} stays in local 0 throughout. */
  boolean keepsThis() {
    return keepsThis;
  }

  private static boolean keepsThis(MethodNode method) {
    boolean stored = (method.access & Opcodes.ACC_STATIC) != 0;
    for (AbstractInsnNode insn : method.instructions) {
      stored |= insn.getOpcode() == Opcodes.ASTORE && ((VarInsnNode) insn).var == 0;
    }
    return !stored;
  }

  boolean isConstructor() {
    return method.name.equals("<init>");
  }

  /**
   * Whether {@code access} stores into {@code this} before it is an object for the verifier, which
   * then lets it be passed to no method. Only the class's own fields can be stored into so early.
   */
  boolean storesIntoThisBeforeSuper(FieldInsnNode access) {
    return storesBeforeSuper.contains(access);
  }

  /** Runs {@code code} after our locals are set and before the method begins. */
  void onEntry(InsnList code) {
    entry.add(code);
  }

  /** Pushes the thread's state. */
  public InsnList thread() {
    used = true;
    InsnList code = new InsnList();
    code.add(new VarInsnNode(Opcodes.ALOAD, thread));
    return code;
  }

  /** Pushes thread, context and the number of a new site: what access hooks take last. */
  public InsnList where() {
    return where(Sites.next());
  }

  /** As {@link #where()}; elements that are accessed there are those of {@code name}. */
  public InsnList where(String name) {
    int site = Sites.next();
    SiteNames.put(site, name);
    return where(site);
  }

  /** As {@link #where()}, with a site that the caller has numbered. */
  InsnList where(int site) {
    InsnList code = thread();
    code.add(new VarInsnNode(Opcodes.LLOAD, context));
    code.add(Stack.push(site));
    return code;
  }

  /** Sets the calling context of callees to this method's own. */
  InsnList ownContext() {
    InsnList code = thread();
    code.add(new VarInsnNode(Opcodes.LLOAD, context));
    code.add(new FieldInsnNode(Opcodes.PUTFIELD, Hooks.THREAD, "context", "J"));
    return code;
  }

  /** The method sets contexts for its callees, and is to set back its own in the end. */
  void resetContextOnReturn() {
    resetsContext = true;
  }

  /**
   * The local that holds the shadow of the array which the origin of {@code access} yielded last.
   */
  int shadow(AbstractInsnNode access) {
    return shadows.computeIfAbsent(arrays.of(access).key(), key -> local(Hooks.ARRAY_SHADOW));
  }

  /**
   * A new local, null or 0 at first, of a reference type {@link Opcodes#INTEGER} or
   * {@link Opcodes#LONG}.
   */
  int local(Object frameType) {
    int index = context + 2 + slots;
    locals.add(frameType);
    slots += frameType == Opcodes.LONG ? 2 : 1;
    return index;
  }

  /** The name of the array, or null. */
  String arrayName(AbstractInsnNode access) {
    return arrays.of(access).name();
  }

  /**
   * These use locals that are counted from zero behind all others, and free before and after them.
   */
  public void scratch(VarInsnNode... insns) {
    scratch.addAll(List.of(insns));
  }

  /** Appends {@code inner} with the value on top of the stack kept in a local meanwhile. */
  void aside(InsnList code, int store, InsnList inner) {
    VarInsnNode put = new VarInsnNode(store, 0);
    VarInsnNode get = new VarInsnNode(store - Opcodes.ISTORE + Opcodes.ILOAD, 0);
    scratch(put, get);
    code.add(put);
    code.add(inner);
    code.add(get);
  }

  /** The instruction that stores a value of this type into a local. */
  static int storeOpcode(String descriptor) {
    return Type.getType(descriptor).getOpcode(Opcodes.ISTORE);
  }

  /** The access is checked after its loop, or not at all, and not where it is made. */
  void checkElsewhere(AbstractInsnNode access) {
    checkedElsewhere.add(access);
  }

  /** Whether what an instruction accesses is to be checked before it. */
  public boolean isCheckedHere(AbstractInsnNode access) {
    return !checkedElsewhere.contains(access);
  }

  /** The access stores into an object that only this method has; {@code first} makes a new cell. */
  void storeFresh(FieldInsnNode access, boolean first) {
    freshStores.put(access, first);
  }

  boolean isFresh(AbstractInsnNode access) {
    return freshStores.containsKey(access);
  }

  /** Pushes the cell of a store into a fresh object, a new one where it is the first. */
  InsnList freshCell(AbstractInsnNode access) {
    cell = cell == 0 ? local(Opcodes.LONG) : cell;
    InsnList code = new InsnList();
    if (freshStores.get(access)) {
      code.add(where());
      code.add(Hooks.call(Hooks.ACCESS, "cell", '(' + Hooks.THREAD_DESC + "JI)J"));
      code.add(new VarInsnNode(Opcodes.LSTORE, cell));
    }
    code.add(new VarInsnNode(Opcodes.LLOAD, cell));
    return code;
  }

  /** A frame with one value on the stack; class files before 1.6 have none, then it is a label. */
  AbstractInsnNode frame(List<Object> locals, Object top) {
    return (type.version & 0xFFFF) < Opcodes.V1_6
        ? new LabelNode()
        : new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), 1, new Object[] {top});
  }

  public void before(AbstractInsnNode insn, InsnList code) {
    method.instructions.insertBefore(insn, code);
  }

  public void after(AbstractInsnNode insn, InsnList code) {
    method.instructions.insert(insn, code);
  }

  /** Sets the locals, when anything asked for them. */
  void finish() {
    if (!used) {
      return;
    }
    if (resetsContext) {
      resetContext();
    }
    method.instructions.insert(prologue());
    method.maxLocals = context + 2 + slots;
    for (VarInsnNode insn : scratch) {
      insn.var += method.maxLocals;
    }
    method.maxLocals += scratch.isEmpty() ? 0 : 2;
    for (AbstractInsnNode insn = method.instructions.getFirst();
        insn != null;
        insn = insn.getNext()) {
      if (insn instanceof FrameNode frame) {
        frame.local = withOurs(frame.local);
      }
    }
  }

  private void resetContext() {
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      if (isReturn(insn)) {
        before(insn, ownContext());
      }
    }
  }

  private InsnList prologue() {
    InsnList code = firstLine();
    code.add(Hooks.call(Hooks.THREADS, "current", "()" + Hooks.THREAD_DESC));
    code.add(new VarInsnNode(Opcodes.ASTORE, thread));
    code.add(new VarInsnNode(Opcodes.ALOAD, thread));
    code.add(new FieldInsnNode(Opcodes.GETFIELD, Hooks.THREAD, "context", "J"));
    code.add(new VarInsnNode(Opcodes.LSTORE, context));
    int index = context + 2;
    for (Object local : locals) {
      initialise(local, index, code);
      index += local == Opcodes.LONG ? 2 : 1;
    }
    code.add(entry);
    return code;
  }

  private static void initialise(Object local, int index, InsnList code) {
    if (local == Opcodes.LONG) {
      code.add(new InsnNode(Opcodes.LCONST_0));
      code.add(new VarInsnNode(Opcodes.LSTORE, index));
    } else {
      boolean number = local == Opcodes.INTEGER;
      code.add(new InsnNode(number ? Opcodes.ICONST_0 : Opcodes.ACONST_NULL));
      code.add(new VarInsnNode(number ? Opcodes.ISTORE : Opcodes.ASTORE, index));
    }
  }

  /** What runs on entry stands in the method's first line: a report may tell where that is. */
  private InsnList firstLine() {
    InsnList code = new InsnList();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        LabelNode start = new LabelNode();
        code.add(start);
        code.add(new LineNumberNode(line.line, start));
        return code;
      }
    }
    return code;
  }

  /** A frame's locals, filled up to ours. */
  private List<Object> withOurs(List<Object> theirs) {
    List<Object> all = new ArrayList<>(theirs);
    int slots = 0;
    for (Object local : theirs) {
      slots += local == Opcodes.LONG || local == Opcodes.DOUBLE ? 2 : 1;
    }
    for (; slots < thread; slots++) {
      all.add(Opcodes.TOP);
    }
    all.add(Hooks.THREAD);
    all.add(Opcodes.LONG);
    all.addAll(locals);
    return all;
  }

  static boolean isReturn(AbstractInsnNode insn) {
    return insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN;
  }

  /** The slots of a value of this type on the stack. */
  public static int size(String descriptor) {
    return Type.getType(descriptor).getSize();
  }
}
