package dev.goguard.analysis.frontend.spoon;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.AnnotationMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.MethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedSuperReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ClassScope;
import org.eclipse.jdt.internal.compiler.lookup.CompilationUnitScope;
import spoon.reflect.declaration.CtType;
import spoon.reflect.factory.Factory;
import spoon.support.compiler.jdt.JDTTreeBuilder;

/** Builds Spoon's model and notes which node the elements come from whose bindings are needed. */
final class TracingTreeBuilder extends JDTTreeBuilder {
  private final RecordingFactory recorder;
  private final Origins origins;
  private final List<CtType<?>> topLevelTypes = new ArrayList<>();

  TracingTreeBuilder(Factory factory, RecordingFactory recorder, Origins origins) {
    super(factory);
    this.recorder = recorder;
    this.origins = origins;
  }

  /** The types of the unit, in source order. */
  List<CtType<?>> topLevelTypes() {
    return topLevelTypes;
  }

  private boolean note(ASTNode node, boolean visitChildren) {
    origins.put(recorder.takeLast(), node);
    return visitChildren;
  }

  @Override
  public boolean visit(MessageSend node, BlockScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(ExplicitConstructorCall node, BlockScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(AllocationExpression node, BlockScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(QualifiedAllocationExpression node, BlockScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(LambdaExpression node, BlockScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(ReferenceExpression node, BlockScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(SingleNameReference node, BlockScope scope) {
    recorder.takeLast();
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(QualifiedNameReference node, BlockScope scope) {
    recorder.takeLast();
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(FieldReference node, BlockScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(QualifiedSuperReference node, BlockScope scope) {
    boolean visitChildren = super.visit(node, scope);
    origins.put(recorder.lastSuper(), node);
    return visitChildren;
  }

  @Override
  public boolean visit(MethodDeclaration node, ClassScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(ConstructorDeclaration node, ClassScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(AnnotationMethodDeclaration node, ClassScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(TypeDeclaration node, BlockScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(TypeDeclaration node, ClassScope scope) {
    return note(node, super.visit(node, scope));
  }

  @Override
  public boolean visit(TypeDeclaration node, CompilationUnitScope scope) {
    recorder.takeLast();
    boolean visitChildren = super.visit(node, scope);
    if (recorder.takeLast() instanceof CtType<?> type) {
      topLevelTypes.add(type);
      origins.put(type, node);
    }
    return visitChildren;
  }
}
