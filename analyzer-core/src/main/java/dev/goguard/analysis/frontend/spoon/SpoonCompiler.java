package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.source.Jdk;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.batch.CompilationUnit;
import org.eclipse.jdt.internal.compiler.batch.FileSystem;
import org.jspecify.annotations.Nullable;
import spoon.compiler.Environment;
import spoon.reflect.declaration.CtType;
import spoon.reflect.factory.Factory;
import spoon.reflect.factory.FactoryImpl;
import spoon.support.StandardEnvironment;
import spoon.support.compiler.SpoonProgress;
import spoon.support.compiler.jdt.JDTBasedSpoonCompiler;
import spoon.support.compiler.jdt.JDTBatchCompiler;

/**
 * Spoon's compiler, taken apart: parsing and type resolution of all files in one step, building the
 * model of one file in another, so that a file that breaks the second costs only itself.
 */
final class SpoonCompiler extends JDTBasedSpoonCompiler implements AutoCloseable {
  private static final int OLDEST_RELEASE_WITH_SYSTEM = 9;

  private final SourceSet sources;
  private final RecordingFactory recorder;
  private final Progress progress = new Progress();
  private @Nullable FileSystem library;

  private SpoonCompiler(SourceSet sources, Factory factory, RecordingFactory recorder) {
    super(factory);
    this.sources = sources;
    this.recorder = recorder;
    factory.getEnvironment().setSpoonProgress(progress);
  }

  static SpoonCompiler of(SourceSet sources) {
    RecordingFactory recorder = new RecordingFactory();
    return new SpoonCompiler(sources, new FactoryImpl(recorder, environment(sources)), recorder);
  }

  private static Environment environment(SourceSet sources) {
    Environment environment = new StandardEnvironment();
    environment.setNoClasspath(true);
    environment.setCommentEnabled(false);
    environment.setIgnoreDuplicateDeclarations(true);
    environment.setComplianceLevel(compliance(sources.release()));
    environment.setEncoding(sources.encoding());
    environment.setLevel("ERROR");
    return environment;
  }

  /**
   * JDT takes the API of another JDK from release 9 on only; the syntax of 9 contains that of 8.
   */
  private static int compliance(int release) {
    return Math.max(OLDEST_RELEASE_WITH_SYSTEM, Math.min(Jdk.HIGHEST_RELEASE, release));
  }

  /** Parses the files and resolves their types; JDT names unit i {@code i/Name.java}. */
  CompilationUnitDeclaration[] parse(List<UnitText> texts) {
    progress.completed = 0;
    javaCompliance = getFactory().getEnvironment().getComplianceLevel();
    JDTBatchCompiler batch = createBatchCompiler();
    batch.configure(arguments());
    CompilationUnit[] units = new CompilationUnit[texts.size()];
    for (int i = 0; i < units.length; i++) {
      UnitText text = texts.get(i);
      String name = i + "/" + text.fileName();
      units[i] = new CompilationUnit(
          text.text().toCharArray(), name, sources.encoding().name());
    }
    batch.setCompilationUnits(units);
    return batch.getUnits();
  }

  /** How many units the last {@link #parse} resolved before it threw. */
  int resolvedUnits() {
    return progress.completed;
  }

  /** The position of a unit among the files given to {@link #parse}. */
  static int indexOf(CompilationUnitDeclaration unit) {
    String name = String.valueOf(unit.getFileName());
    return Integer.parseInt(name.substring(0, name.indexOf('/')));
  }

  /** Builds Spoon's model of one file. */
  List<CtType<?>> build(CompilationUnitDeclaration unit, Origins origins) {
    TracingTreeBuilder builder = new TracingTreeBuilder(getFactory(), recorder, origins);
    try {
      traverseUnitDeclaration(builder, unit);
      return builder.topLevelTypes();
    } finally {
      forget(builder.topLevelTypes());
    }
  }

  /** The model of a file is needed only until the file is lowered. */
  private static void forget(List<CtType<?>> types) {
    for (CtType<?> type : types) {
      if (type.isParentInitialized() && type.getPackage() != null) {
        type.getPackage().removeType(type);
      }
    }
  }

  private String[] arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--system", sources.jdkHome().toString()));
    arguments.addAll(List.of("-" + javaCompliance, "-proceedOnError", "-noExit", "-nowarn"));
    arguments.addAll(List.of("-preserveAllLocals", "-proc:none", "-d", "none"));
    arguments.addAll(List.of("-encoding", sources.encoding().name()));
    arguments.addAll(List.of("-classpath", classPath(), "Sources.java"));
    return arguments.toArray(String[]::new);
  }

  private String classPath() {
    return sources.classPath().stream()
        .filter(Files::exists)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  protected JDTBatchCompiler createBatchCompiler() {
    return new JDTBatchCompiler(this) {
      @Override
      public FileSystem getLibraryAccess() {
        close();
        library = super.getLibraryAccess();
        return library;
      }
    };
  }

  @Override
  public void close() {
    if (library != null) {
      library.cleanup();
      library = null;
    }
  }

  /** Counts the units that JDT resolved. */
  private static final class Progress implements SpoonProgress {
    private int completed;

    @Override
    public void step(Process process, String task, int taskId, int tasks) {
      if (process == Process.COMPILE) {
        completed++;
      }
    }
  }
}
