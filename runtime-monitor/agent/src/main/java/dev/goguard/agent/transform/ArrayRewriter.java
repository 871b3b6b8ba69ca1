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
    if (ArrayOrigins.isLoad(insn)) {
      body.before(insn, check("read", insn, body));
    } else if (ArrayOrigins.isStore(insn)) {
      store(insn, body);
    }
  }

  /** The value is set aside, so that array and index lie on top. */
  private static void store(AbstractInsnNode insn, Body body) {
    int kind = STORES[insn.getOpcode() - Opcodes.IASTORE];
    InsnList code = new InsnList();
    VarInsnNode aside = new VarInsnNode(kind, 0);
    VarInsnNode back = new VarInsnNode(kind - Opcodes.ISTORE + Opcodes.ILOAD, 0);
    body.scratch(aside, back);
    code.add(aside);
    code.add(check("write", insn, body));
    code.add(back);
    body.before(insn, code);
  }

  private static InsnList check(String hook, AbstractInsnNode insn, Body body) {
    InsnList code = new InsnList();
    int shadow = body.shadow(insn);
    code.add(new InsnNode(Opcodes.DUP2));
    code.add(new VarInsnNode(Opcodes.ALOAD, shadow));
    int site = Sites.next();
    code.add(body.where(site));
    name(site, insn, body);
    code.add(Hooks.call(Hooks.ARRAY_ELEMENTS, hook, DESCRIPTOR));
    code.add(new VarInsnNode(Opcodes.ASTORE, shadow));
    return code;
  }

  private static void name(int site, AbstractInsnNode insn, Body body) {
    String name = body.arrayName(insn);
    if (name != null) {
      SiteNames.put(site, name);
    }
  }
}
