package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Local;
import dev.goguard.analysis.ir.Method;
import dev.goguard.analysis.ir.MethodRef;
import dev.goguard.analysis.ir.Modifier;
import dev.goguard.analysis.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.jspecify.annotations.Nullable;
import spoon.reflect.declaration.CtConstructor;
import spoon.reflect.declaration.CtExecutable;
import spoon.reflect.declaration.CtFormalTypeDeclarer;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.CtParameter;
import spoon.reflect.reference.CtTypeReference;

/** Methods and constructors. */
final class MethodLowering {
  private final FileLowering file;

  MethodLowering(FileLowering file) {
    this.file = file;
  }

  Method lower(CtExecutable<?> executable) {
    Map<String, String> variables = file.types.enter((CtFormalTypeDeclarer) executable);
    int mark = file.locals.open();
    MethodBinding binding = binding(executable);
    List<Local> parameters = parameters(executable, binding);
    MethodRef ref = ref(executable, parameters);
    Method method = method(executable, binding, ref, parameters);
    file.locals.close(mark);
    file.types.leave(variables);
    return method;
  }

  private @Nullable MethodBinding binding(CtExecutable<?> executable) {
    AbstractMethodDeclaration node = file.origins.find(executable, AbstractMethodDeclaration.class);
    return node == null ? null : node.binding;
  }

  private MethodRef ref(CtExecutable<?> executable, List<Local> parameters) {
    boolean isConstructor = executable instanceof CtConstructor<?>;
    List<String> parameterTypes = new ArrayList<>();
    for (Local parameter : parameters) {
      parameterTypes.add(parameter.type());
    }
    String name = isConstructor ? MethodRef.CONSTRUCTOR : executable.getSimpleName();
    return new MethodRef(file.frame().name, name, parameterTypes);
  }

  private Method method(
      CtExecutable<?> executable,
      @Nullable MethodBinding binding,
      MethodRef ref,
      List<Local> parameters) {
    boolean isConstructor = executable instanceof CtConstructor<?>;
    String returnType = isConstructor
        ? "void"
        : binding != null ? file.types.of(binding.returnType) : file.types.of(executable.getType());
    return new Method(
        ref,
        isConstructor ? Method.Kind.CONSTRUCTOR : Method.Kind.METHOD,
        modifiers(executable),
        file.annotations.of(executable),
        parameters,
        returnType,
        thrown(executable),
        body(executable, ref),
        file.lines.range(executable));
  }

  private static Set<Modifier> modifiers(CtExecutable<?> executable) {
    Set<Modifier> modifiers = Modifiers.of((CtModifiable) executable);
    boolean isVarArgs = executable.getParameters().stream().anyMatch(CtParameter::isVarArgs);
    return isVarArgs ? Modifiers.with(modifiers, Modifier.VARARGS) : modifiers;
  }

  private List<String> thrown(CtExecutable<?> executable) {
    List<CtTypeReference<?>> written = new ArrayList<>(executable.getThrownTypes());
    return written.stream().map(file.types::mention).toList();
  }

  private Stmt.@Nullable Block body(CtExecutable<?> executable, MethodRef ref) {
    if (executable.getBody() == null) {
      return null;
    }
    file.frame().body = ref;
    Stmt.Block body = file.statements.block(executable.getBody());
    file.frame().body = null;
    return body;
  }

  private List<Local> parameters(CtExecutable<?> executable, @Nullable MethodBinding binding) {
    List<Local> parameters = new ArrayList<>();
    for (CtParameter<?> parameter : executable.getParameters()) {
      int i = parameters.size();
      String type = binding != null && i < binding.parameters.length
          ? file.types.of(binding.parameters[i])
          : file.types.of(parameter.getType());
      parameters.add(declare(parameter, type));
    }
    return List.copyOf(parameters);
  }

  private Local declare(CtParameter<?> parameter, String type) {
    return file.locals.declare(parameter.getSimpleName(), type, file.lines.range(parameter));
  }
}
