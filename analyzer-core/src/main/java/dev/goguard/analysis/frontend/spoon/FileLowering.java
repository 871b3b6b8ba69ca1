package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.SourceFile;
import dev.goguard.analysis.ir.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtType;

/** The lowering of one file: what its parts share. */
final class FileLowering {
  final LineIndex lines;
  final LocalScope locals = new LocalScope();
  final TypeNames types;
  final Members members;
  final Origins origins;
  final CallCount calls = new CallCount();
  final AnnotationLowering annotations;
  final ExpressionLowering expressions;
  final StatementLowering statements;
  final TypeLowering declarations;

  /** The type whose body is being lowered. */
  @Nullable
  TypeFrame frame;

  private final List<@Nullable TypeDecl> lowered = new ArrayList<>();

  FileLowering(LineIndex lines, Origins origins, LibraryTypes library) {
    this.lines = lines;
    this.origins = origins;
    types = new TypeNames(library);
    members = new Members(types);
    annotations = new AnnotationLowering(this);
    expressions = new ExpressionLowering(this);
    statements = new StatementLowering(this);
    declarations = new TypeLowering(this);
  }

  SourceFile lower(String path, String text, List<CtType<?>> topLevel) {
    for (CtType<?> type : topLevel) {
      declarations.lowerTopLevel(type);
    }
    List<TypeDecl> complete = new ArrayList<>();
    for (TypeDecl type : lowered) {
      if (type != null) {
        complete.add(type);
      }
    }
    return new SourceFile(path, text, List.copyOf(complete));
  }

  /** The type whose body is being lowered; there is always one around code. */
  TypeFrame frame() {
    if (frame == null) {
      throw new IllegalStateException("code outside a type");
    }
    return frame;
  }

  /** Keeps the place of a type, so that it comes before the types inside it. */
  int reserve() {
    lowered.add(null);
    return lowered.size() - 1;
  }

  void complete(int place, TypeDecl type) {
    lowered.set(place, type);
  }
}
