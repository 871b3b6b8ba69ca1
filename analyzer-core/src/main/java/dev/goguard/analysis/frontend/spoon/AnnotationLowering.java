package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtFieldAccess;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtNewArray;
import spoon.reflect.code.CtTypeAccess;
import spoon.reflect.declaration.CtAnnotation;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.reference.CtTypeReference;

/** Annotations with their constant values. */
final class AnnotationLowering {
  private final FileLowering file;

  AnnotationLowering(FileLowering file) {
    this.file = file;
  }

  List<Annotation> of(CtElement declaration) {
    List<CtAnnotation<?>> annotations = declaration.getAnnotations();
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<Annotation> lowered = new ArrayList<>();
    for (CtAnnotation<?> annotation : annotations) {
      lowered.add(lower(annotation));
    }
    return List.copyOf(lowered);
  }

  private Annotation lower(CtAnnotation<?> annotation) {
    Map<String, List<String>> values = new TreeMap<>();
    annotation.getValues().forEach((name, value) -> values.put(name, constants(value)));
    return new Annotation(
        typeName(annotation.getAnnotationType()), Map.copyOf(values), file.lines.range(annotation));
  }

  /** An annotation is known by its name even when the class path lacks it. */
  private String typeName(CtTypeReference<?> type) {
    String name = file.types.of(type);
    return name.equals(TypeNames.UNRESOLVED) ? type.getQualifiedName() : name;
  }

  private List<String> constants(CtExpression<?> value) {
    List<String> constants = new ArrayList<>();
    collect(value, constants);
    return List.copyOf(constants);
  }

  private void collect(CtExpression<?> value, List<String> into) {
    if (value instanceof CtNewArray<?> array) {
      array.getElements().forEach(element -> collect(element, into));
    } else if (value instanceof CtLiteral<?> literal) {
      into.add(String.valueOf(literal.getValue()));
    } else if (value instanceof CtFieldAccess<?> field) {
      into.add(constant(field));
    } else {
      into.add(value.toString());
    }
  }

  private String constant(CtFieldAccess<?> field) {
    String name = field.getVariable().getSimpleName();
    boolean classLiteral = name.equals("class") && field.getTarget() instanceof CtTypeAccess<?>;
    return classLiteral
        ? file.types.of(((CtTypeAccess<?>) field.getTarget()).getAccessedType()) + ".class"
        : name;
  }
}
