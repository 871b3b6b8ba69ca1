package dev.goguard.agent.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The advice of every place, put into a class that is loaded, verified and run afterwards. */
class AdviceTest {
  /** What gets advice: branches, loops, wide parameters, handlers and monitors. */
  public static class Subject {
    final Object key = new Object();
    Object state = "state";

    public int branches(long wide, int a, Object object) {
      int sum = object == null ? 1 : 2;
      for (int i = 0; i < a; i++) {
        sum += (int) wide;
      }
      return sum;
    }

    public Object reads(boolean twice) {
      Object first = state;
      if (twice) {
        first = first + "-" + state;
      }
      return first;
    }

    public int calls(String text) {
      int hash = text.hashCode();
      return text.isEmpty() ? 0 : hash;
    }

    public synchronized String monitors(String text) {
      synchronized (key) {
        try {
          return text.trim();
        } finally {
          state = text;
        }
      }
    }
  }

  /** Loads a class file under the verifier. */
  private static final class Loader extends ClassLoader {
    Loader() {
      super(AdviceTest.class.getClassLoader());
    }

    Object create(byte[] file) throws ReflectiveOperationException {
      return defineClass(null, file, 0, file.length).getDeclaredConstructor().newInstance();
    }
  }

  private static final String NAME = Subject.class.getName();

  private static byte[] advised(String... contracts) throws Exception {
    String text = NAME + "\n  " + String.join("\n  ", contracts);
    Contracts parsed = Contracts.parse(new BufferedReader(new StringReader(text)));
    byte[] file = Subject.class.getResourceAsStream("AdviceTest$Subject.class").readAllBytes();
    Set<Contract> applied = new HashSet<>();
    byte[] result = ClassAdvice.apply(file, parsed.of(NAME.replace('.', '/')), applied);
    assertThat(applied).hasSize(contracts.length);
    return result;
  }

  private static Object call(byte[] file, String method, Object... arguments) throws Exception {
    Object subject = new Loader().create(file);
    for (var declared : subject.getClass().getMethods()) {
      if (declared.getName().equals(method)) {
        return declared.invoke(subject, arguments);
      }
    }
    throw new NoSuchMethodException(method);
  }

  private static int hooks(byte[] file) {
    int[] count = new int[1];
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String called, String form, boolean isInterface) {
                    count[0] += owner.startsWith("dev/goguard/race/bootstrap/") ? 1 : 0;
                  }
                };
              }
            },
            0);
    return count[0];
  }

  @Test
  void entryExitAndAlways_methodWithBranches_keepItsMeaning() throws Exception {
    byte[] file = advised(
        "branches(long,int,Object) entry release arg3",
        "branches(long,int,Object) exit-when-zero acquire this.key",
        "branches(long,int,Object) always release this");

    assertThat(hooks(file)).isEqualTo(4);
    assertThat(call(file, "branches", 10L, 3, "x")).isEqualTo(32);
    assertThat(call(file, "branches", 10L, 0, null)).isEqualTo(1);
  }

  @Test
  void readsAndFirst_valueAndSaved_keepTheStack() throws Exception {
    byte[] file = advised(
        "reads(boolean) reads:state Tasks.resultRead",
        "reads(boolean) first:state release",
        "reads(boolean) exit acquire saved");

    assertThat(hooks(file)).isEqualTo(4);
    assertThat(call(file, "reads", true)).isEqualTo("state-state");
  }

  @Test
  void beforeAfterAndKeep_calls_keepTheStack() throws Exception {
    byte[] file = advised(
        "calls(String) before:isEmpty put value this",
        "calls(String) keep:hashCode Maps.looking this",
        "calls(String) exit Maps.found saved this");

    assertThat(hooks(file)).isEqualTo(3);
    assertThat(call(file, "calls", "abc")).isEqualTo("abc".hashCode());
  }

  @Test
  void monitors_blockAndMethodLeftByAnException_areFollowed() throws Exception {
    byte[] file = advised("monitors(String) monitors Waits.exiting this");

    assertThat(call(file, "monitors", " a ")).isEqualTo("a");
    assertThatThrownBy(() -> call(file, "monitors", (Object) null))
        .hasCauseInstanceOf(NullPointerException.class);
  }
}
