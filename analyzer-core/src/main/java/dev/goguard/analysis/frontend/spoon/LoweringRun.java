package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.FrontEnd.Lowered;
import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.Statistics;
import dev.goguard.analysis.ir.LibraryType;
import dev.goguard.analysis.ir.SourceFile;
import dev.goguard.analysis.ir.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.jspecify.annotations.Nullable;

/** One lowering of a source set. */
final class LoweringRun implements Runnable {
  /** How many syntax errors of one file are told. */
  private static final int SYNTAX_ERRORS = 5;

  private final SourceSet sources;
  private final Notes notes = new Notes();
  private final CallCount calls = new CallCount();
  private final UnresolvedTypes unresolved = new UnresolvedTypes();
  private final Map<SourceUnit, SourceFile> lowered = new HashMap<>();
  private final Origins origins = new Origins();
  private Map<String, LibraryType> library = Map.of();
  private @Nullable Throwable failure;
  private long lines;

  LoweringRun(SourceSet sources) {
    this.sources = sources;
  }

  @Override
  public void run() {
    try {
      List<UnitText> texts = new SourceReader(sources.encoding(), notes).readAll(sources);
      try (SpoonCompiler compiler = SpoonCompiler.of(sources)) {
        lower(texts, compiler);
      }
    } catch (Throwable e) {
      failure = e;
    }
  }

  Lowered result() {
    if (failure != null) {
      throw new IllegalStateException("the front end failed", failure);
    }
    Statistics statistics = new Statistics(
        sources.files().size(), notes.failures(), lines, calls.calls(), calls.unresolved());
    return new Lowered(files(), library, notes.all(), statistics);
  }

  private List<SourceFile> files() {
    return sources.files().stream().map(lowered::get).filter(Objects::nonNull).toList();
  }

  private void lower(List<UnitText> texts, SpoonCompiler compiler) {
    List<UnitText> units = new ArrayList<>();
    for (UnitText text : texts) {
      if (text.isModuleInfo()) {
        keep(
            text,
            new LineIndex(text.text()),
            new SourceFile(text.unit().shownAs(), text.text(), List.of()));
      } else {
        units.add(text);
      }
    }
    Parsing parsing = new Parsing(compiler, notes);
    CompilationUnitDeclaration[] parsed = parsing.parse(units);
    if (parsed.length > 0) {
      LibraryTypes types = new LibraryTypes(parsed[0].scope.environment);
      for (CompilationUnitDeclaration unit : parsed) {
        lowerUnit(unit, parsing.textOf(unit), compiler, types);
      }
      library = types.mentioned();
    }
    unresolved.report(notes, calls);
  }

  private void lowerUnit(
      CompilationUnitDeclaration unit, UnitText text, SpoonCompiler compiler, LibraryTypes types) {
    LineIndex index = new LineIndex(text.text());
    if (reportSyntaxErrors(unit, text, index)) {
      return;
    }
    unresolved.collect(unit);
    reportDuplicates(unit, text);
    try {
      FileLowering file = new FileLowering(index, origins, types);
      keep(
          text,
          index,
          file.lower(text.unit().shownAs(), text.text(), compiler.build(unit, origins)));
      calls.add(file.calls);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      notes.fail(text.unit(), "front-end-crash", Crash.describe(e), SourceRange.NONE);
    } finally {
      origins.clear();
    }
  }

  private void keep(UnitText text, LineIndex index, SourceFile file) {
    lowered.put(text.unit(), file);
    lines += index.lines();
  }

  private boolean reportSyntaxErrors(
      CompilationUnitDeclaration unit, UnitText text, LineIndex index) {
    if (!unit.compilationResult.hasSyntaxError) {
      return false;
    }
    List<CategorizedProblem> errors = Arrays.stream(unit.compilationResult.getErrors())
        .filter(problem -> (problem.getID() & IProblem.Syntax) != 0)
        .toList();
    errors.stream().limit(SYNTAX_ERRORS).forEach(problem -> {
      SourceRange range = index.range(problem.getSourceStart(), problem.getSourceEnd() + 1);
      notes.fail(text.unit(), "syntax-error", problem.getMessage(), range);
    });
    if (errors.size() > SYNTAX_ERRORS) {
      String rest = "and " + (errors.size() - SYNTAX_ERRORS) + " more";
      notes.fail(text.unit(), "syntax-error", rest, SourceRange.NONE);
    }
    return true;
  }

  private void reportDuplicates(CompilationUnitDeclaration unit, UnitText text) {
    if (unit.types == null) {
      return;
    }
    for (TypeDeclaration type : unit.types) {
      if (type.binding == null) {
        notes.warn(
            text.unit(),
            "duplicate-type",
            String.valueOf(type.name) + " is declared in another file too; that one was analysed",
            SourceRange.NONE);
      }
    }
  }
}
