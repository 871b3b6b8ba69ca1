package dev.goguard.runtime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The errors that the JVM and Go's runtime both detect, in Go's words. Java's, which say more,
 * follow in brackets on a line of their own, where Go describes the signal.
 */
final class RuntimeErrors {
  private static final Pattern INDEX = Pattern.compile("[Ii]ndex:? (-?\\d+).* length:? (\\d+)");
  private static final Pattern CAST =
      Pattern.compile("class (\\S+) cannot be cast to class (\\S+).*", Pattern.DOTALL);

  private RuntimeErrors() {}

  /** What a report says of an exception. */
  static String text(Throwable panic) {
    String go = goText(panic);
    return go == null ? panic.toString() : go + "\n[" + panic + "]";
  }

  /** What a report says of an error that ends the program. */
  static String fatal(Throwable error) {
    if (error instanceof StackOverflowError) {
      return "stack overflow";
    }
    return error instanceof OutOfMemoryError ? "runtime: out of memory" : error.getMessage();
  }

  private static String goText(Throwable panic) {
    if (panic instanceof NullPointerException) {
      return "runtime error: invalid memory address or nil pointer dereference";
    }
    if (panic instanceof ArithmeticException && "/ by zero".equals(panic.getMessage())) {
      return "runtime error: integer divide by zero";
    }
    if (panic instanceof NegativeArraySizeException) {
      return "runtime error: makeslice: len out of range";
    }
    if (panic instanceof ClassCastException) {
      return cast(message(panic));
    }
    return panic instanceof IndexOutOfBoundsException ? index(message(panic)) : null;
  }

  private static String index(String message) {
    Matcher index = INDEX.matcher(message);
    if (!index.find()) {
      return null;
    }
    String text = "runtime error: index out of range [" + index.group(1) + "]";
    return index.group(1).startsWith("-") ? text : text + " with length " + index.group(2);
  }

  private static String cast(String message) {
    Matcher cast = CAST.matcher(message);
    return cast.matches()
        ? "interface conversion: interface {} is " + cast.group(1) + ", not " + cast.group(2)
        : null;
  }

  private static String message(Throwable panic) {
    return String.valueOf(panic.getMessage());
  }
}
