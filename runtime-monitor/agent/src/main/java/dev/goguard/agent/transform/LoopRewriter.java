package dev.goguard.agent.transform;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Checks what a counted loop accesses on every pass once, after the loop, for all passes.
 *
 * <p>Within the loop nothing synchronizes, so the thread's clock does not change and its accesses
 * are ordered with other threads' alike whenever they are looked at before the thread's next
 * release or acquire (Rhodes, Flanagan and Freund, BigFoot, PLDI 2017). The check stands behind the
 * loop and not before it, because only then it is known which elements were accessed; a loop that
 * is left by an exception is not checked.
 *
 * <p>For each such access the loop keeps the array and the index, or the object, of its last pass
 * in locals. With the number of passes they say what all passes accessed, as the index grows by a
 * constant or not at all.
 */
final class LoopRewriter {
  private static final String RUN = "(Ljava/lang/Object;III" + Hooks.WHERE;

  private final ClassShapes shapes;
  private final Body body;
  private final CountedLoop loop;
  private final Invariants invariants;
  private final InsnList before = new InsnList();
  private final InsnList after = new InsnList();
  private final int first;

  private LoopRewriter(ClassShapes shapes, Body body, CountedLoop loop) {
    this.shapes = shapes;
    this.body = body;
    this.loop = loop;
    this.invariants = new Invariants(loop, body.operands);
    this.first = body.local(Opcodes.INTEGER);
  }

  /**
   * Moves the checks of all counted loops of a method; to be called before anything is inserted.
   */
  static void rewriteAll(ClassShapes shapes, Body body) {
    Layout layout = new Layout(body.method, (body.type.version & 0xFFFF) >= Opcodes.V1_6);
    if (!jumpsBack(layout)) {
      return;
    }
    body.operands.analyze();
    List<CountedLoop> loops =
        new CountedLoops(layout, body.operands, insn -> synchronizes(insn, body, shapes)).find();
    for (CountedLoop loop : loops) {
      new LoopRewriter(shapes, body, loop).rewrite();
    }
  }

  private static boolean jumpsBack(Layout layout) {
    for (int i = 0; i < layout.size(); i++) {
      AbstractInsnNode insn = layout.at(i);
      if (insn.getOpcode() == Opcodes.GOTO && layout.position(((JumpInsnNode) insn).label) < i) {
        return true;
      }
    }
    return false;
  }

  /** Whether an instruction may change the thread's clock, or run code that does. */
  private static boolean synchronizes(AbstractInsnNode insn, Body body, ClassShapes shapes) {
    if (insn instanceof FieldInsnNode field) {
      boolean other =
          insn.getOpcode() == Opcodes.GETSTATIC || insn.getOpcode() == Opcodes.PUTSTATIC;
      return other && !field.owner.equals(body.type.name)
          || shapes
              .resolve(field.owner, field.name, field.desc)
              .map(ClassShapes.FieldTarget::isVolatile)
              .orElse(true);
    }
    if (insn instanceof MethodInsnNode call) {
      return !LeafCalls.isLeaf(call);
    }
    return insn.getOpcode() == Opcodes.INVOKEDYNAMIC
        || insn.getOpcode() == Opcodes.MONITORENTER
        || insn.getOpcode() == Opcodes.MONITOREXIT;
  }

  private void rewrite() {
    Span span = loop.span();
    for (int i = span.start(); i <= span.end(); i++) {
      AbstractInsnNode insn = span.at(i);
      if (body.isCheckedHere(insn) && !loop.isTest(i) && span.isOnEveryPass(i)) {
        move(insn, i);
      }
    }
    if (after.size() > 0) {
      enter();
      leave();
    }
  }

  private void move(AbstractInsnNode insn, int position) {
    if (ArrayOrigins.isLoad(insn)) {
      moveElement(insn, position, "read", 0);
    } else if (ArrayOrigins.isStore(insn)) {
      moveElement(insn, position, "write", 1);
    } else if (insn instanceof FieldInsnNode field && isInstance(field)) {
      moveField(field, position);
    }
  }

  private void moveElement(AbstractInsnNode insn, int position, String hook, int above) {
    int growth = invariants.growth(body.operands.producer(insn, above));
    if (growth == Invariants.UNKNOWN
        || !invariants.isConstant(body.operands.producer(insn, above + 1))) {
      return;
    }
    int array = body.local("java/lang/Object");
    int index = body.local(Opcodes.INTEGER);
    InsnList keep = new InsnList();
    keep.add(new InsnNode(Opcodes.DUP2));
    keep.add(new VarInsnNode(Opcodes.ISTORE, index));
    keep.add(new VarInsnNode(Opcodes.ASTORE, array));
    insert(insn, keep, above == 1 ? ArrayRewriter.storeKind(insn) : 0);
    addLine(position);
    after.add(new VarInsnNode(Opcodes.ALOAD, array));
    after.add(new VarInsnNode(Opcodes.ILOAD, index));
    after.add(new LdcInsnNode(growth));
    addPasses();
    after.add(ArrayRewriter.where(insn, body));
    after.add(Hooks.call(Hooks.ARRAY_ELEMENTS, hook + "Run", RUN));
  }

  private static boolean isInstance(FieldInsnNode field) {
    return field.getOpcode() == Opcodes.GETFIELD || field.getOpcode() == Opcodes.PUTFIELD;
  }

  private void moveField(FieldInsnNode field, int position) {
    boolean write = field.getOpcode() == Opcodes.PUTFIELD;
    ClassShapes.FieldTarget target = shapes
        .resolve(field.owner, field.name, field.desc)
        .filter(ClassShapes.FieldTarget::isChecked)
        .orElse(null);
    if (target == null || !invariants.isConstant(body.operands.producer(field, write ? 1 : 0))) {
      return;
    }
    int object = body.local(target.declaring());
    InsnList keep = new InsnList();
    keep.add(new InsnNode(Opcodes.DUP));
    keep.add(new VarInsnNode(Opcodes.ASTORE, object));
    insert(field, keep, write ? Body.storeOpcode(field.desc) : 0);
    before.add(new InsnNode(Opcodes.ACONST_NULL));
    before.add(new VarInsnNode(Opcodes.ASTORE, object));
    addLine(position);
    after.add(new VarInsnNode(Opcodes.ALOAD, object));
    after.add(FieldRewriter.call(field, target, body));
  }

  /** Inserts before the access, with the value that is stored, if any, set aside. */
  private void insert(AbstractInsnNode access, InsnList keep, int store) {
    InsnList code = new InsnList();
    if (store == 0) {
      code.add(keep);
    } else {
      body.aside(code, store, keep);
    }
    body.checkElsewhere(access);
    body.before(access, code);
  }

  /** The line of the access, which is the one to be reported. */
  private void addLine(int position) {
    for (int i = position; i >= 0; i--) {
      if (loop.span().at(i) instanceof LineNumberNode line) {
        LabelNode here = new LabelNode();
        after.add(here);
        after.add(new LineNumberNode(line.line, here));
        return;
      }
    }
  }

  private void addPasses() {
    after.add(new VarInsnNode(Opcodes.ILOAD, loop.counter()));
    after.add(new VarInsnNode(Opcodes.ILOAD, first));
    after.add(new InsnNode(Opcodes.ISUB));
    if (loop.step() != 1) {
      after.add(new LdcInsnNode(loop.step()));
      after.add(new InsnNode(Opcodes.IDIV));
    }
  }

  private void enter() {
    before.add(new VarInsnNode(Opcodes.ILOAD, loop.counter()));
    before.add(new VarInsnNode(Opcodes.ISTORE, first));
    body.before(loop.span().at(loop.span().start()), before);
  }

  /** The checks stand behind the method's last instruction, on the way out of the loop. */
  private void leave() {
    LabelNode checks = new LabelNode();
    InsnList code = new InsnList();
    code.add(checks);
    if (loop.frame() != null) {
      List<Object> locals = loop.frame().local;
      code.add(new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), 0, new Object[0]));
    }
    code.add(after);
    code.add(new JumpInsnNode(Opcodes.GOTO, loop.exit().label));
    loop.span().layout().alias(checks, loop.exit().label);
    loop.exit().label = checks;
    body.method.instructions.add(code);
  }
}
