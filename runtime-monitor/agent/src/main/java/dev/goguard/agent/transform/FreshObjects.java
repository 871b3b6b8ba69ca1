package dev.goguard.agent.transform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds the stores into objects that no other thread can have seen yet: {@code this} in a
 * constructor, and what the method has made itself, until it is stored, passed on or returned.
 *
 * <p>Nobody can have accessed such an object, so there is nothing to compare with, and nobody can
 * look at its cells, so they are simply set. Who gets the object later without an order finds the
 * cell. For that it must be of the epoch of the store: a cell serves the stores of one line, and
 * only up to the next instruction that may synchronize. Reads are checked as ever, unless a store
 * answers them.
 *
 * <p>The code is followed in its order, so everything that escapes on a way that leads forward is
 * seen. An object is given up at each label where a way may come from behind (the head of a loop, a
 * handler), and where a way may lead past the instruction that makes it. What remains has gone by
 * that instruction, straight on: a value that comes from there is the object it made last, for at
 * that instruction itself no other value can come from there on the first way to it, as the
 * verifier would have rejected it.
 */
final class FreshObjects {
  private final ClassShapes shapes;
  private final Body body;
  private final RedundantChecks order;
  private final Layout layout;
  private final ObjectFlow flow;
  private final Map<LabelNode, Integer> firstJump = new HashMap<>();
  private final Set<LabelNode> closed = new HashSet<>();
  private final Set<AbstractInsnNode> fresh = new HashSet<>();
  private final Map<Integer, Integer> stores = new HashMap<>();
  private final Map<Integer, AbstractInsnNode> holds = new HashMap<>();
  private final Map<Integer, Set<AbstractInsnNode>> mayHold = new HashMap<>();
  private final Map<AbstractInsnNode, AbstractInsnNode> made = new HashMap<>();
  private final Map<AbstractInsnNode, Set<AbstractInsnNode>> mayBeMade = new HashMap<>();
  private int line;
  private int cellLine = -1;

  private FreshObjects(ClassShapes shapes, Body body) {
    this.shapes = shapes;
    this.body = body;
    this.order = new RedundantChecks(shapes, body);
    this.layout = new Layout(body.method, true);
    this.flow = new ObjectFlow(body.operands);
  }

  /** Marks the stores; the method is as its compiler wrote it. */
  static void find(ClassShapes shapes, Body body, AbstractInsnNode[] code) {
    if (hasStores(body, code)) {
      body.operands.analyze();
      new FreshObjects(shapes, body).follow(code);
    }
  }

  private static boolean hasStores(Body body, AbstractInsnNode[] code) {
    boolean made = body.isConstructor() && body.keepsThis();
    for (AbstractInsnNode insn : code) {
      made |= insn.getOpcode() == Opcodes.NEW;
      if (made
          && insn instanceof FieldInsnNode field
          && insn.getOpcode() == Opcodes.PUTFIELD
          && reaches(body, field.owner)) {
        return true;
      }
    }
    return false;
  }

  /** Cells are private: the class itself sees them, and its nest as far as it says who is in it. */
  private static boolean reaches(Body body, String owner) {
    return owner.equals(body.type.name)
        || owner.equals(body.type.nestHostClass)
        || body.type.nestMembers != null && body.type.nestMembers.contains(owner);
  }

  private void follow(AbstractInsnNode[] code) {
    for (int i = 0; i < code.length; i++) {
      for (LabelNode target : Span.targets(code[i])) {
        firstJump.merge(target, i, Math::min);
        if (layout.position(target) <= i) {
          closed.add(target);
        }
      }
    }
    for (TryCatchBlockNode block : body.method.tryCatchBlocks) {
      closed.add(block.handler);
    }
    for (int i = 0; i < code.length; i++) {
      follow(code[i], i);
    }
  }

  private void follow(AbstractInsnNode insn, int position) {
    if (insn instanceof LabelNode label) {
      join(label);
    } else if (insn instanceof LineNumberNode number) {
      line = number.line;
    } else if (insn.getOpcode() == Opcodes.ALOAD) {
      load((VarInsnNode) insn);
    } else if (insn.getOpcode() == Opcodes.ASTORE) {
      store((VarInsnNode) insn, position);
    } else {
      access(insn);
      flow.escaping(insn).forEach(source -> fresh.removeAll(mayCome(source)));
      if (insn instanceof MethodInsnNode call && call.name.equals("<init>")) {
        make(call);
      }
      cellLine = order.synchronizes(insn) ? -1 : cellLine;
    }
  }

  private void join(LabelNode label) {
    Integer from = firstJump.get(label);
    if (closed.contains(label)) {
      fresh.clear();
      cellLine = -1;
    } else if (from != null) {
      fresh.removeIf(object -> layout.position(object) > from);
      holds.keySet().removeIf(local -> stores.get(local) > from);
      cellLine = -1;
    }
  }

  private void store(VarInsnNode store, int position) {
    stores.put(store.var, position);
    AbstractInsnNode source = body.operands.producer(store, 0);
    AbstractInsnNode object = source == null ? null : comes(source);
    if (object == null) {
      holds.remove(store.var);
    } else {
      holds.put(store.var, object);
    }
    Set<AbstractInsnNode> may = mayHold.computeIfAbsent(store.var, local -> new HashSet<>());
    body.operands.sources(store, 0).forEach(each -> may.addAll(mayCome(each)));
  }

  /** What a local holds is asked for when it is loaded, not when the value is used. */
  private void load(VarInsnNode load) {
    boolean self = body.isConstructor() && body.keepsThis() && load.var == 0;
    made.put(load, self ? body.method.instructions.getFirst() : holds.get(load.var));
    mayBeMade.put(load, Set.copyOf(mayHold.getOrDefault(load.var, Set.of())));
  }

  /** The instruction that made the object which {@code source} pushes, when it is known. */
  private AbstractInsnNode comes(AbstractInsnNode source) {
    return source.getOpcode() == Opcodes.NEW ? source : made.get(source);
  }

  private Set<AbstractInsnNode> mayCome(AbstractInsnNode source) {
    Set<AbstractInsnNode> all = new HashSet<>(mayBeMade.getOrDefault(source, Set.of()));
    AbstractInsnNode only = comes(source);
    if (only != null) {
      all.add(only);
    }
    return all;
  }

  /** An object is one, and only we have it, when its constructor has returned and kept it. */
  private void make(MethodInsnNode call) {
    AbstractInsnNode receiver = flow.receiver(call);
    AbstractInsnNode object = receiver == null ? null : comes(receiver);
    if (object != null && shapes.keepsThis(call.owner, call.desc)) {
      fresh.add(object);
    }
  }

  private void access(AbstractInsnNode insn) {
    if (insn.getOpcode() != Opcodes.PUTFIELD || !body.isCheckedHere(insn)) {
      return;
    }
    AbstractInsnNode source = body.operands.producer(insn, 1);
    FieldInsnNode field = (FieldInsnNode) insn;
    if (source != null && fresh.contains(comes(source)) && hasReachableCell(field)) {
      body.storeFresh(field, cellLine != line);
      cellLine = line;
    }
  }

  private boolean hasReachableCell(FieldInsnNode field) {
    return shapes
        .resolve(field.owner, field.name, field.desc)
        .filter(target -> target.isChecked() && reaches(body, target.declaring()))
        .isPresent();
  }
}
