package dev.goguard.runtime.internal;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Collects what nobody catches during a test, and fails the test with it. */
public final class UncaughtExtension extends TypeBasedParameterResolver<Uncaught>
    implements BeforeEachCallback, AfterEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(UncaughtExtension.class);
  private static final String BEFORE = "the handler before the test";

  @Override
  public void beforeEach(ExtensionContext context) {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    if (before != null) {
      context.getStore(NAMESPACE).put(BEFORE, before);
    }
    Thread.setDefaultUncaughtExceptionHandler(of(context));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Thread.setDefaultUncaughtExceptionHandler(
        context.getStore(NAMESPACE).get(BEFORE, Thread.UncaughtExceptionHandler.class));
    of(context).check();
  }

  @Override
  public Uncaught resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return of(context);
  }

  private static Uncaught of(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(Uncaught.class, type -> new Uncaught(), Uncaught.class);
  }
}
