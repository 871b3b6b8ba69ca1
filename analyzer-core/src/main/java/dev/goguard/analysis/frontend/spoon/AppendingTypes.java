package dev.goguard.analysis.frontend.spoon;

import spoon.reflect.declaration.CtMethod;
import spoon.reflect.declaration.CtType;
import spoon.support.reflect.declaration.CtClassImpl;
import spoon.support.reflect.declaration.CtEnumImpl;
import spoon.support.reflect.declaration.CtInterfaceImpl;

/**
 * Types that take a method as it comes. Spoon's own compare its signature with those of all the
 * others, which takes minutes for a generated class of ten thousand methods.
 */
final class AppendingTypes {
  private AppendingTypes() {}

  static final class OfClass<T> extends CtClassImpl<T> {
    private static final long serialVersionUID = 1L;

    @Override
    public <M, C extends CtType<T>> C addMethod(CtMethod<M> method) {
      return addTypeMember(method);
    }
  }

  static final class OfInterface<T> extends CtInterfaceImpl<T> {
    private static final long serialVersionUID = 1L;

    @Override
    public <M, C extends CtType<T>> C addMethod(CtMethod<M> method) {
      return addTypeMember(method);
    }
  }

  static final class OfEnum<T extends Enum<?>> extends CtEnumImpl<T> {
    private static final long serialVersionUID = 1L;

    @Override
    public <M, C extends CtType<T>> C addMethod(CtMethod<M> method) {
      return addTypeMember(method);
    }
  }
}
