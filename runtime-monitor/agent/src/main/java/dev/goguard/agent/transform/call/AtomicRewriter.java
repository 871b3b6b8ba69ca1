package dev.goguard.agent.transform.call;

import dev.goguard.agent.transform.Body;
import dev.goguard.agent.transform.ClassShapes;
import dev.goguard.agent.transform.Rewriter;
import dev.goguard.race.shadow.AccessMode;
import dev.goguard.race.shadow.MixedAccess;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Operations of atomic objects, field updaters and {@code VarHandle}s: each becomes the call of a
 * bridge, which is shared by all calls of one class that make the same operation.
 */
final class AtomicRewriter implements Rewriter {
  private final ClassShapes shapes;
  private final Map<String, String> bridges = new HashMap<>();

  AtomicRewriter(ClassShapes shapes) {
    this.shapes = shapes;
  }

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (insn.getOpcode() == Opcodes.INVOKEVIRTUAL && insn instanceof MethodInsnNode call) {
      String receiver = receiver(call);
      int mode = AtomicMethods.mode(receiver, call.name);
      if (mode != 0) {
        noteMixed(receiver, mode);
        rewrite(call, receiver, body);
      }
    }
  }

  /** Whether a call becomes the call of a bridge. */
  boolean isWatched(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKEVIRTUAL
        && AtomicMethods.mode(receiver(call), call.name) != 0;
  }

  /** The JDK's atomic class that the receiver is, or another one. */
  private String receiver(MethodInsnNode call) {
    if (call.owner.startsWith("java/")) {
      return call.owner;
    }
    if (!AtomicMethods.isKnown(call.name)) {
      return call.owner;
    }
    Set<String> types = new HashSet<>();
    shapes.addJdkTypes(call.owner, types);
    for (String type : types) {
      if (AtomicMethods.mode(type, call.name) != 0) {
        return type;
      }
    }
    return call.owner;
  }

  private static void noteMixed(String receiver, int mode) {
    if ((mode & AccessMode.PLAIN) != 0 && !AtomicMethods.isHandle(receiver)) {
      MixedAccess.becomesPossible();
    }
  }

  private void rewrite(MethodInsnNode call, String receiver, Body body) {
    String key = call.owner + '.' + call.name + call.desc;
    String bridge = bridges.get(key);
    if (bridge == null) {
      bridge = "gg$a$" + bridges.size();
      bridges.put(key, bridge);
      boolean framed = (body.type.version & 0xFFFF) >= Opcodes.V1_6;
      body.type.methods.add(new AtomicBridge(bridge, call, receiver).write(framed));
    }
    body.before(call, body.where());
    replace(call, body.type, bridge);
  }

  private static void replace(MethodInsnNode call, ClassNode type, String bridge) {
    call.desc = AtomicBridge.descriptor(call);
    call.setOpcode(Opcodes.INVOKESTATIC);
    call.owner = type.name;
    call.name = bridge;
    call.itf = (type.access & Opcodes.ACC_INTERFACE) != 0;
  }
}
