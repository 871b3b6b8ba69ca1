package dev.goguard.cli;

import dev.goguard.analysis.InputException;
import dev.goguard.analysis.report.Product;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user what went wrong, without a stack trace unless one is asked for. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String DEBUG = "GOGUARD_DEBUG";

  private static final Set<String> PLANNED = Set.of("score", "merge");

  private final Console console;

  Complaints(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    if (isPlanned(e)) {
      err.println("goguard: this command is not built yet");
    } else {
      err.println("goguard: " + firstLine(e));
      UnmatchedArgumentException.printSuggestions(e, err);
    }
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return Cli.TROUBLE;
  }

  private static boolean isPlanned(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        && e.getCommandLine().getParent() == null
        && PLANNED.contains(unmatched.getUnmatched().get(0));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof InputException) {
      command.getErr().println("goguard: " + firstLine(e));
      trace(e, command.getErr());
      return Cli.TROUBLE;
    }
    return exhaustion(e)
        .map(error -> exhausted(error, command))
        .orElseGet(() -> internal(e, command));
  }

  /** The exhaustion behind a failure, which may have happened in another thread. */
  private static Optional<VirtualMachineError> exhaustion(Exception e) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .filter(VirtualMachineError.class::isInstance)
        .map(VirtualMachineError.class::cast)
        .findFirst();
  }

  /** The heap or the stack is too small for the input. */
  int exhausted(VirtualMachineError e, CommandLine command) {
    boolean heap = e instanceof OutOfMemoryError;
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    command
        .getErr()
        .println(
            heap
                ? "goguard: " + mebibytes
                    + " MiB of heap are too little; set GOGUARD_JAVA_OPTS=-Xmx" + 2 * mebibytes
                    + "m, or check fewer folders at a time"
                : "goguard: the stack is too small; set GOGUARD_JAVA_OPTS=-Xss16m");
    trace(e, command.getErr());
    return Cli.TROUBLE;
  }

  /** GoGuard itself is wrong. */
  int internal(Throwable e, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println("goguard: internal error, a bug of GoGuard and not of your code: " + e);
    if (!debugs()) {
      err.println("Please report it with the output of the same command run with " + DEBUG + "=1"
          + " (goguard " + Product.version() + ", Java " + Runtime.version() + ").");
    }
    trace(e, err);
    return Cli.TROUBLE;
  }

  private void trace(Throwable e, PrintWriter err) {
    if (debugs()) {
      e.printStackTrace(err);
    }
    err.flush();
  }

  private boolean debugs() {
    return console.isSet(DEBUG);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
