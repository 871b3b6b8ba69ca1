package dev.goguard.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads the classes below a package anew, with a call to {@link Points} before each access to
 * memory that others see, and in place of whatever lets threads wait; see {@link Weaver}.
 */
public final class Woven extends URLClassLoader {
  private final String root;
  private final Set<String> looked = new HashSet<>(); // internal names of classes
  private final Set<String> volatiles = new HashSet<>(); // class.field

  /** Finds classes whose names begin with {@code root} in these places, and others as ever. */
  public Woven(String root, List<URL> places) {
    super(places.toArray(URL[]::new), Woven.class.getClassLoader());
    this.root = root;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(root)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? weave(name) : loaded;
    }
  }

  private Class<?> weave(String name) throws ClassNotFoundException {
    byte[] original = read(name.replace('.', '/'));
    if (original == null) {
      throw new ClassNotFoundException(name);
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(original).accept(new Weaver(writer, this::isVolatile), 0);
    byte[] woven = writer.toByteArray();
    return defineClass(name, woven, 0, woven.length);
  }

  private byte[] read(String internalName) {
    URL found = findResource(internalName + ".class");
    if (found == null) {
      return null;
    }
    try (InputStream in = found.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized boolean isVolatile(String owner, String field) {
    if (looked.add(owner)) {
      byte[] original = read(owner);
      if (original != null) {
        new ClassReader(original).accept(new VolatileFields(owner), ClassReader.SKIP_CODE);
      }
    }
    return volatiles.contains(owner + "." + field);
  }

  private final class VolatileFields extends ClassVisitor {
    private final String owner;

    VolatileFields(String owner) {
      super(Opcodes.ASM9);
      this.owner = owner;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String type, String sig, Object value) {
      if ((access & Opcodes.ACC_VOLATILE) != 0) {
        volatiles.add(owner + "." + name);
      }
      return null;
    }
  }
}
