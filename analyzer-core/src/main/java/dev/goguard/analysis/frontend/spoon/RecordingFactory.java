package dev.goguard.analysis.frontend.spoon;

import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtExecutableReferenceExpression;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldRead;
import spoon.reflect.code.CtFieldWrite;
import spoon.reflect.code.CtInvocation;
import spoon.reflect.code.CtLambda;
import spoon.reflect.code.CtNewClass;
import spoon.reflect.code.CtSuperAccess;
import spoon.reflect.declaration.CtAnnotationMethod;
import spoon.reflect.declaration.CtAnnotationType;
import spoon.reflect.declaration.CtClass;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtEnum;
import spoon.reflect.declaration.CtInterface;
import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtRecord;
import spoon.support.DefaultCoreFactory;

/**
 * Remembers the element created last, so that a tree builder can tell which node it was created
 * for.
 */
final class RecordingFactory extends DefaultCoreFactory {
  private static final long serialVersionUID = 1L;

  private transient @Nullable CtElement last;
  private transient @Nullable CtElement lastSuper;

  /** The element created last, of the kinds recorded; then forgets it. */
  @Nullable
  CtElement takeLast() {
    CtElement taken = last;
    last = null;
    return taken;
  }

  /** The {@code super} created last; it is created beside the elements of the other kinds. */
  @Nullable
  CtElement lastSuper() {
    return lastSuper;
  }

  @Override
  public <T> CtSuperAccess<T> createSuperAccess() {
    CtSuperAccess<T> access = super.createSuperAccess();
    lastSuper = access;
    return access;
  }

  private <E extends CtElement> E adopt(E element) {
    element.setFactory(getMainFactory());
    return element;
  }

  private <E extends CtElement> E record(E element) {
    last = element;
    return element;
  }

  @Override
  public <T> CtInvocation<T> createInvocation() {
    return record(super.createInvocation());
  }

  @Override
  public <T> CtConstructorCall<T> createConstructorCall() {
    return record(super.createConstructorCall());
  }

  @Override
  public <T> CtNewClass<T> createNewClass() {
    return record(super.createNewClass());
  }

  @Override
  public <T> CtLambda<T> createLambda() {
    return record(super.createLambda());
  }

  @Override
  public <T, E extends CtExpression<?>>
      CtExecutableReferenceExpression<T, E> createExecutableReferenceExpression() {
    return record(super.createExecutableReferenceExpression());
  }

  @Override
  public <T> CtFieldRead<T> createFieldRead() {
    return record(super.createFieldRead());
  }

  @Override
  public <T> CtFieldWrite<T> createFieldWrite() {
    return record(super.createFieldWrite());
  }

  @Override
  public <T> CtMethod<T> createMethod() {
    return record(super.createMethod());
  }

  @Override
  public <T> CtAnnotationMethod<T> createAnnotationMethod() {
    return record(super.createAnnotationMethod());
  }

  @Override
  public <T> CtConstructor<T> createConstructor() {
    return record(super.createConstructor());
  }

  @Override
  public <T> CtClass<T> createClass() {
    return record(adopt(new AppendingTypes.OfClass<T>()));
  }

  @Override
  public <T> CtInterface<T> createInterface() {
    return record(adopt(new AppendingTypes.OfInterface<T>()));
  }

  @Override
  public <T extends Enum<?>> CtEnum<T> createEnum() {
    return record(adopt(new AppendingTypes.OfEnum<T>()));
  }

  @Override
  public CtRecord createRecord() {
    return record(super.createRecord());
  }

  @Override
  public <T extends java.lang.annotation.Annotation> CtAnnotationType<T> createAnnotationType() {
    return record(super.createAnnotationType());
  }
}
