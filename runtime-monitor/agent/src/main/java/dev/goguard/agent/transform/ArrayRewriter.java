package dev.goguard.agent.transform;

import dev.goguard.race.context.SiteNames;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Array elements: a check before each load and store, with the shadow kept in a local. */
final class ArrayRewriter implements Rewriter {
  private static final String DESCRIPTOR = "(Ljava/lang/Object;IL" + Hooks.ARRAY_SHADOW + ';'
      + Hooks.THREAD_DESC + "JI)L" + Hooks.ARRAY_SHADOW + ';';

  private static final int[] STORES = {
    Opcodes.ISTORE,
    Opcodes.LSTORE,
    Opcodes.FSTORE,
    Opcodes.DSTORE,
    Opcodes.ASTORE,
    Opcodes.ISTORE,
    Opcodes.ISTORE,
    Opcodes.ISTORE
  };

  @Override
  public void rewrite(AbstractInsnNode insn, Body body) {
    if (!body.isCheckedHere(insn)) {
      return;
    }
    if (ArrayOrigins.isLoad(insn)) {
      body.before(insn, check("read", insn, body));
    } else if (ArrayOrigins.isStore(insn)) {
      InsnList code = new InsnList();
      body.aside(code, storeKind(insn), check("write", insn, body));
      body.before(insn, code);
    }
  }

  /** The instruction that puts the stored value into a local. */
  static int storeKind(AbstractInsnNode insn) {
    return STORES[insn.getOpcode() - Opcodes.IASTORE];
  }

  private static InsnList check(String hook, AbstractInsnNode insn, Body body) {
    InsnList code = new InsnList();
    int shadow = body.shadow(insn);
    code.add(new InsnNode(Opcodes.DUP2));
    code.add(new VarInsnNode(Opcodes.ALOAD, shadow));
    code.add(where(insn, body));
    code.add(Hooks.call(Hooks.ARRAY_ELEMENTS, hook, DESCRIPTOR));
    code.add(new VarInsnNode(Opcodes.ASTORE, shadow));
    return code;
  }

  /** Pushes thread, context and a site that knows the array's name. */
  static InsnList where(AbstractInsnNode insn, Body body) {
    int site = Sites.next();
    String name = body.arrayName(insn);
    if (name != null) {
      SiteNames.put(site, name);
    }
    return body.where(site);
  }
}
