package dev.goguard.maven;

import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.toolchain.ToolchainManager;

/**
 * Compiles the project and checks it: for the command line, also on a fresh checkout of several
 * modules.
 */
@Mojo(name = "analyze", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class AnalyzeMojo extends AbstractAnalysisMojo {
  @Inject
  public AnalyzeMojo(ToolchainManager toolchains) {
    super(toolchains);
  }
}
