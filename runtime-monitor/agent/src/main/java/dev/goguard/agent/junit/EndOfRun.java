package dev.goguard.agent.junit;

import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** Closed by JUnit when all tests have run: races that belong to none of them fail the run. */
@SuppressWarnings("deprecation") // AutoCloseable is closed from JUnit 5.13 on only
public final class EndOfRun implements CloseableResource, AutoCloseable {
  @Override
  public void close() {
    ToldRaces.tellRest();
  }
}
