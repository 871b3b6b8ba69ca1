package dev.goguard.race.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ContainerKindTest {
  @Test
  void listedClasses_thatThisJdkHas_leadOnWhereTheyAreViews() {
    for (String name : ContainerClasses.names()) {
      Class<?> type = find(name);
      if (type != null) {
        boolean view = ContainerClasses.of(type).link() != null;
        assertThat(ContainerKind.of(type).link != ContainerKind.NONE).as(name).isEqualTo(view);
      }
    }
  }

  /** Some are newer than the oldest JDK that runs the agent. */
  private static Class<?> find(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      assertThat(name).matches("java\\.util\\.(ReverseOrder|.*(Sequenced|Reverse)).*");
      return null;
    }
  }

  @Test
  void viewsAndIterators_ofCollections_leadOn() {
    Map<String, String> map = new HashMap<>(Map.of("a", "b"));
    TreeMap<String, String> tree = new TreeMap<>(map);
    List<String> list = new ArrayList<>(map.keySet());

    assertThat(List.of(
            map.keySet(),
            map.values(),
            map.entrySet().iterator(),
            tree.headMap("b").entrySet(),
            tree.descendingMap(),
            tree.keySet().iterator(),
            list.iterator(),
            list.subList(0, 1).listIterator()))
        .allSatisfy(view -> {
          ContainerKind kind = ContainerKind.of(view.getClass());
          assertThat(kind.isWatched()).isTrue();
          assertThat(kind.link).isNotEqualTo(ContainerKind.NONE);
        });
  }

  @Test
  void classes_thatAreSafeToShare_areNotWatched() {
    assertThat(
            List.of(List.of(), Map.of("a", "b"), new ConcurrentHashMap<>(), "text", new Object()))
        .allSatisfy(object ->
            assertThat(ContainerKind.of(object.getClass()).isWatched()).isFalse());
  }

  private static class Counting extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized boolean add(String element) {
      return super.add(element);
    }
  }

  @Test
  void overriddenMethods_ofSubclasses_areTheProgramsOwn() {
    byte[] modes = ContainerKind.of(Counting.class).modes;

    assertThat(modes[ContainerMethods.numberOf("add")]).isEqualTo(ContainerMethods.NOTHING);
    assertThat(modes[ContainerMethods.numberOf("remove")]).isEqualTo(ContainerMethods.WRITE);
    assertThat(modes[ContainerMethods.numberOf("containsAll")])
        .as("is built on contains, which might be overridden")
        .isEqualTo(ContainerMethods.NOTHING);
  }

  @Test
  void unmodifiableView_whenWritten_isNoAccess() {
    Collection<String> view = Collections.unmodifiableCollection(new ArrayList<>());
    byte[] modes = ContainerKind.of(view.getClass()).modes;

    assertThat(modes[ContainerMethods.numberOf("add")]).isEqualTo(ContainerMethods.NOTHING);
    assertThat(modes[ContainerMethods.numberOf("size")]).isEqualTo(ContainerMethods.READ);
  }

  @Test
  void numberOf_unknownMethod_isNegative() {
    assertThat(ContainerMethods.numberOf("frobnicate")).isNegative();
  }
}
