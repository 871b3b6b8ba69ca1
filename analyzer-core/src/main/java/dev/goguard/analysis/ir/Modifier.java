package dev.goguard.analysis.ir;

/** The modifiers that matter to concurrency, visibility and initialisation. */
public enum Modifier {
  PUBLIC,
  PROTECTED,
  PRIVATE,
  STATIC,
  FINAL,
  ABSTRACT,
  VOLATILE,
  TRANSIENT,
  SYNCHRONIZED,
  NATIVE,
  SEALED,
  VARARGS
}
