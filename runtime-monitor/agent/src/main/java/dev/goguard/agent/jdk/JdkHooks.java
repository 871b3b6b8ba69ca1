package dev.goguard.agent.jdk;

import dev.goguard.race.bootstrap.Handovers;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts the hooks of the contracts into the JDK's classes: into those that are loaded in one batch,
 * into the others when they are loaded.
 */
public final class JdkHooks implements ClassFileTransformer {
  private final Contracts contracts;
  private final Set<Contract> applied = new HashSet<>();
  private final Set<Contract> unmet = new HashSet<>();

  /**
   * Classes with contracts by which our transformers read class files. What is loaded on a thread
   * that is in a transformer is shown to no transformer, so these are loaded before.
   */
  private static final List<String> LOADED_BY_TRANSFORMERS = List.of(
      "java.io.FileInputStream",
      "java.io.RandomAccessFile",
      "sun.nio.ch.IOUtil",
      "sun.nio.ch.FileChannelImpl",
      "sun.nio.ch.NioSocketImpl");

  JdkHooks(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Puts the hooks in place; program code has not run yet. */
  public static JdkHooks install(Instrumentation instrumentation)
      throws UnmodifiableClassException {
    JdkHooks hooks = new JdkHooks(Contracts.load());
    Handovers.prepare();
    instrumentation.addTransformer(hooks, true);
    LOADED_BY_TRANSFORMERS.forEach(JdkHooks::load);
    Class<?>[] loaded = Arrays.stream(instrumentation.getAllLoadedClasses())
        .filter(hooks::concerns)
        .toArray(Class<?>[]::new);
    retransform(instrumentation, loaded);
    return hooks;
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("goguard: this JDK has no " + name, e);
    }
  }

  /** In one batch; when a class refuses its hooks, the others get theirs one by one. */
  private static void retransform(Instrumentation instrumentation, Class<?>[] types)
      throws UnmodifiableClassException {
    try {
      instrumentation.retransformClasses(types);
    } catch (VerifyError e) {
      for (Class<?> type : types) {
        retransform(instrumentation, type);
      }
    }
  }

  private static void retransform(Instrumentation instrumentation, Class<?> type)
      throws UnmodifiableClassException {
    try {
      instrumentation.retransformClasses(type);
    } catch (VerifyError e) {
      System.err.println("goguard: an error in GoGuard, not in the program: the hooks of "
          + type.getName() + " do not fit this JDK (" + e.getMessage()
          + "); what it orders is not known, so races may be reported that are none");
    }
  }

  private boolean concerns(Class<?> type) {
    return type.getClassLoader() == null
        && !contracts.of(type.getName().replace('.', '/')).isEmpty();
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] file) {
    if (RuntimeEvents.NAME.equals(name)) {
      return RuntimeEvents.redirect(file);
    }
    if (loader != null && name != null && name.startsWith(RuntimeCalls.PACKAGE)) {
      return RuntimeCalls.hideIn(file, owner -> !contracts.of(owner).isEmpty());
    }
    if (loader != null || name == null || name.startsWith("dev/goguard/")) {
      return null;
    }
    Handovers.hide();
    try {
      byte[] result = hook(name, InternalLocks.replaceIn(name, file));
      return result == file ? null : result;
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      return null;
    } finally {
      Handovers.show();
    }
  }

  private byte[] hook(String name, byte[] file) {
    List<Contract> fitting = contracts.of(name);
    if (fitting.isEmpty()) {
      return file;
    }
    Set<Contract> found = new HashSet<>();
    byte[] result = ClassAdvice.apply(file, fitting, found);
    synchronized (applied) {
      applied.addAll(found);
      fitting.stream()
          .filter(each -> !found.contains(each) && isExpected(each))
          .forEach(unmet::add);
    }
    return result;
  }

  private static boolean isExpected(Contract contract) {
    return contract.isExpectedIn(Runtime.version().feature());
  }

  /**
   * The contracts that should have found their methods and have not, and those of classes that are
   * not there: edges that are not known in this JDK, so that races may be reported that are none.
   */
  public List<String> unmet() {
    synchronized (applied) {
      return Stream.concat(unmet.stream(), ofMissingClasses())
          .map(Contract::toString)
          .sorted()
          .distinct()
          .toList();
    }
  }

  private Stream<Contract> ofMissingClasses() {
    return contracts.all().entrySet().stream()
        .filter(entry -> Object.class.getResource('/' + entry.getKey() + ".class") == null)
        .flatMap(entry -> entry.getValue().stream())
        .filter(JdkHooks::isExpected);
  }

  /** The contracts that have found their methods so far. */
  Set<Contract> applied() {
    synchronized (applied) {
      return Set.copyOf(applied);
    }
  }
}
