package dev.goguard.analysis.ir;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints a file's IR as canonical text: everything that a rule can see, and nothing that depends on
 * the front end. Two front ends agree when they print the same text.
 *
 * <p>A local is {@code name#index}. Bodies of lambdas and of switch expressions follow the
 * statement they stand in, below {@code with}.
 */
public final class IrPrinter {
  private final boolean positions;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private IrPrinter(boolean positions) {
    this.positions = positions;
  }

  /** The canonical text. */
  public static String print(SourceFile file) {
    return print(file, false);
  }

  /**
   * The canonical text; with {@code positions}, each line ends in its range
   * {@code @line:column-line:column}.
   */
  public static String print(SourceFile file, boolean positions) {
    IrPrinter printer = new IrPrinter(positions);
    file.types().forEach(printer::type);
    return printer.out.toString();
  }

  private void type(TypeDecl type) {
    String supertypes = (type.superclass() == null ? "" : " extends " + type.superclass())
        + list(" implements ", type.interfaces());
    line(
        lower(type.kind()) + " " + type.name() + modifiers(type.modifiers()) + supertypes,
        type.range());
    depth++;
    annotations(type.annotations());
    if (type.outer() != null) {
      line("outer " + type.outer(), null);
    }
    if (type.enclosingMethod() != null) {
      line("declared in " + type.enclosingMethod(), null);
    }
    type.fields().forEach(this::field);
    type.methods().forEach(this::method);
    depth--;
  }

  private void field(FieldDecl field) {
    line(
        "field " + field.ref() + ": " + field.type() + modifiers(field.modifiers()), field.range());
    depth++;
    annotations(field.annotations());
    depth--;
  }

  private void method(Method method) {
    line(header(method), method.range());
    depth++;
    annotations(method.annotations());
    depth--;
    if (method.body() != null) {
      new StatementPrinter(this).body(method.body());
    }
  }

  private static String header(Method method) {
    return lower(method.kind())
        + " "
        + method.ref()
        + modifiers(method.modifiers())
        + " ("
        + method.parameters().stream().map(IrPrinter::declared).collect(Collectors.joining(", "))
        + "): "
        + method.returnType()
        + list(" throws ", method.thrown());
  }

  /** A lambda's header and body. */
  void lambda(Method method) {
    method(method);
  }

  private void annotations(List<Annotation> annotations) {
    for (Annotation annotation : annotations) {
      String values = new TreeMap<>(annotation.values())
          .entrySet().stream()
              .map(value -> value.getKey() + "=" + value.getValue())
              .collect(Collectors.joining(", "));
      line("@" + annotation.type() + "(" + values + ")", annotation.range());
    }
  }

  void line(String text, @Nullable SourceRange range) {
    out.append("  ".repeat(depth)).append(text);
    if (positions && range != null) {
      out.append(" @").append(position(range));
    }
    out.append('\n');
  }

  void indent(Runnable lines) {
    depth++;
    lines.run();
    depth--;
  }

  private static String position(SourceRange range) {
    return range.exists()
        ? range.startLine() + ":" + range.startColumn() + "-" + range.endLine() + ":"
            + range.endColumn()
        : "none";
  }

  static String declared(Local local) {
    return used(local) + ": " + local.type();
  }

  static String used(Local local) {
    return local.name() + "#" + local.index();
  }

  static String list(String before, Collection<String> names) {
    return names.isEmpty() ? "" : before + String.join(", ", names);
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String modifiers(Set<Modifier> modifiers) {
    return modifiers.isEmpty()
        ? ""
        : modifiers.stream()
            .sorted()
            .map(IrPrinter::lower)
            .collect(Collectors.joining(" ", " [", "]"));
  }
}
