package dev.goguard.agent.transform;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads a class initialiser and decides whether it does anything that another thread could see.
 *
 * <p>One that only sets final fields to numbers, strings and classes does not: final fields have no
 * cells. Whatever makes or changes an object, or calls, may.
 */
final class Initialiser extends MethodVisitor {
  private final ClassShape shape;
  private boolean visible;

  Initialiser(ClassShape shape) {
    super(Opcodes.ASM9);
    this.shape = shape;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    Integer access = owner.equals(shape.name()) ? shape.field(name, descriptor) : null;
    visible |= access == null || (access & Opcodes.ACC_FINAL) == 0;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    visible |= !name.equals("desiredAssertionStatus");
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, org.objectweb.asm.Handle bootstrap, Object... arguments) {
    visible = true;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    visible |= opcode == Opcodes.NEW || opcode == Opcodes.ANEWARRAY;
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    visible |= opcode == Opcodes.NEWARRAY;
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    visible = true;
  }

  @Override
  public void visitInsn(int opcode) {
    visible |= opcode == Opcodes.MONITORENTER;
  }

  @Override
  public void visitLdcInsn(Object value) {
    visible |= !(value instanceof Number || value instanceof String || value instanceof Type);
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
    visible = true;
  }

  boolean isVisible() {
    return visible;
  }
}
