package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.ir.Modifier;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import spoon.reflect.declaration.CtModifiable;
import spoon.reflect.declaration.ModifierKind;

/** Modifiers of declarations, implicit ones included. */
final class Modifiers {
  private static final Map<ModifierKind, Modifier> KINDS = new EnumMap<>(ModifierKind.class);

  static {
    for (Modifier modifier : Modifier.values()) {
      if (modifier != Modifier.VARARGS) {
        KINDS.put(ModifierKind.valueOf(modifier.name()), modifier);
      }
    }
  }

  private Modifiers() {}

  static Set<Modifier> of(CtModifiable declaration) {
    EnumSet<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    for (ModifierKind kind : declaration.getModifiers()) {
      Modifier modifier = KINDS.get(kind);
      if (modifier != null) {
        modifiers.add(modifier);
      }
    }
    return Collections.unmodifiableSet(modifiers);
  }

  static Set<Modifier> with(Set<Modifier> modifiers, Modifier added) {
    EnumSet<Modifier> copy = EnumSet.of(added);
    copy.addAll(modifiers);
    return Collections.unmodifiableSet(copy);
  }
}
