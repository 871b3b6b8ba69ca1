package dev.goguard.agent.junit;

import dev.goguard.race.bootstrap.Tests;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Fails a test in which races were found, as {@code go test -race} does.
 *
 * <p>A race belongs to the test whose thread found it; threads that a test starts belong to it. So
 * tests that run at the same time do not fail for each other. What happens around the tests of a
 * class belongs to the class, and what nobody was told fails the run at its end.
 *
 * <p>JUnit finds this class through {@link java.util.ServiceLoader}; the agent tells it to look.
 */
public final class RaceExtension
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(RaceExtension.class);

  @Override
  @SuppressWarnings("deprecation") // computeIfAbsent came with JUnit 6 only
  public void beforeAll(ExtensionContext context) {
    context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(EndOfRun.class);
    enter(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    enter(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    leave(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    leave(context);
  }

  private static void enter(ExtensionContext context) {
    String before = Tests.enter(context.getUniqueId());
    store(context).put("before", before == null ? "" : before);
  }

  private static void leave(ExtensionContext context) {
    String before = store(context).get("before", String.class);
    Tests.enter(before == null || before.isEmpty() ? null : before);
    ToldRaces.tell(context.getUniqueId());
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
