package corpus.race.go;

import static corpus.race.Sides.spawned;
import static corpus.race.Sides.use;

import java.util.HashMap;
import java.util.Map;

/**
 * Keys and values whose parts are written while a map works with them.
 *
 * <p>The map asks a key for its hash code, unless it is empty and only looked into; a value it
 * stores unread, so that reading one is the caller's copy.
 */
final class MapKeys {
  private MapKeys() {}

  /** A part of the key is written during a lookup. */
  static void raceMapLookupPartKey() throws Exception {
    final class Big {
      int part;

      @Override
      public int hashCode() {
        // RACE: part
        return part;
      }
    }

    Big k = new Big();
    Map<Big, Boolean> m = new HashMap<>();
    m.put(new Big(), true);
    spawned(
        // RACE: part
        () -> k.part = 1, () -> use(m.get(k)));
  }

  /** A part of the key is written while the map is asked whether it has it. */
  static void raceMapLookupPartKey2() throws Exception {
    final class Big {
      int part;

      @Override
      public int hashCode() {
        // RACE: part
        return part;
      }
    }

    Big k = new Big();
    Map<Big, Boolean> m = new HashMap<>();
    m.put(new Big(), true);
    spawned(
        // RACE: part
        () -> k.part = 1, () -> use(m.containsKey(k)));
  }

  /** A part of the key is written during a removal. */
  static void raceMapDeletePartKey() throws Exception {
    final class Big {
      int part;

      @Override
      public int hashCode() {
        // RACE: part
        return part;
      }
    }

    Big k = new Big();
    Map<Big, Boolean> m = new HashMap<>();
    m.put(new Big(), true);
    spawned(
        // RACE: part
        () -> k.part = 1, () -> use(m.remove(k)));
  }

  /** A part of the key is written during an insertion. */
  static void raceMapInsertPartKey() throws Exception {
    final class Big {
      int part;

      @Override
      public int hashCode() {
        // RACE: part
        return part;
      }
    }

    Big k = new Big();
    Map<Big, Boolean> m = new HashMap<>();
    spawned(
        // RACE: part
        () -> k.part = 1, () -> m.put(k, true));
  }

  /** A part of the value is written while a copy of it is inserted. */
  static void raceMapInsertPartVal() throws Exception {
    int[] value = new int[17];
    Map<Integer, int[]> m = new HashMap<>();
    spawned(
        // RACE: part
        () -> value[8] = 1,
        // RACE: part
        () -> m.put(1, value.clone()));
  }

  /** An element of a key of a thousand elements is written during a lookup. */
  static void raceMapBigKeyAccess1() throws Exception {
    final class BigKey {
      final int[] parts = new int[1000];

      @Override
      public int hashCode() {
        int hash = 0;
        for (int i = 0; i < parts.length; i++) {
          // RACE: part
          hash = 31 * hash + parts[i];
        }
        return hash;
      }
    }

    BigKey k = new BigKey();
    Map<BigKey, Integer> m = new HashMap<>();
    m.put(new BigKey(), 0);
    spawned(
        () -> use(m.get(k)),
        // RACE: part
        () -> k.parts[30] = 1);
  }

  /** The same for the question whether the key is there. */
  static void raceMapBigKeyAccess2() throws Exception {
    final class BigKey {
      final int[] parts = new int[1000];

      @Override
      public int hashCode() {
        int hash = 0;
        // RACE: part
        for (int part : parts) {
          hash = 31 * hash + part;
        }
        return hash;
      }
    }

    BigKey k = new BigKey();
    Map<BigKey, Integer> m = new HashMap<>();
    m.put(new BigKey(), 0);
    spawned(
        () -> use(m.containsKey(k)),
        // RACE: part
        () -> k.parts[30] = 1);
  }

  /** The same for an insertion. */
  static void raceMapBigKeyInsert() throws Exception {
    final class BigKey {
      final Object[] parts = new Object[1000];

      @Override
      public int hashCode() {
        int hash = 0;
        for (int i = 0; i < parts.length; i++) {
          // RACE: part
          hash += parts[i] == null ? 0 : 1;
        }
        return hash;
      }
    }

    BigKey k = new BigKey();
    Map<BigKey, Integer> m = new HashMap<>();
    spawned(
        () -> m.put(k, 1),
        // RACE: part
        () -> k.parts[30] = "new");
  }

  /** The same for a removal. */
  static void raceMapBigKeyDelete() throws Exception {
    final class BigKey {
      final Object[] parts = new Object[1000];

      @Override
      public int hashCode() {
        int hash = 0;
        for (int i = 0; i < parts.length; i++) {
          // RACE: part
          hash += parts[i] == null ? 0 : 1;
        }
        return hash;
      }
    }

    BigKey k = new BigKey();
    Map<BigKey, Integer> m = new HashMap<>();
    m.put(new BigKey(), 0);
    spawned(
        () -> m.remove(k),
        // RACE: part
        () -> k.parts[30] = "new");
  }

  /** An element of a long value is written while a copy of it is inserted. */
  static void raceMapBigValInsert() throws Exception {
    Object[] value = new Object[1000];
    Map<Integer, Object[]> m = new HashMap<>();
    spawned(
        // RACE: part
        () -> m.put(1, value.clone()),
        // RACE: part
        () -> value[30] = "new");
  }

  /** A long value is copied out of the map over an array that is written. */
  static void raceMapBigValAccess1() throws Exception {
    Object[] value = new Object[1000];
    Map<Integer, Object[]> m = new HashMap<>(Map.of(1, new Object[1000]));
    spawned(
        // RACE: part
        () -> System.arraycopy(m.get(1), 0, value, 0, 1000),
        // RACE: part
        () -> value[30] = "new");
  }

  /** The same, should the key be there. */
  static void raceMapBigValAccess2() throws Exception {
    int[] value = new int[1000];
    Map<Integer, int[]> m = new HashMap<>(Map.of(1, new int[1000]));
    spawned(
        () -> {
          int[] found = m.getOrDefault(1, value);
          for (int i = 0; i < found.length; i++) {
            // RACE: part
            value[i] = found[i];
          }
        },
        // RACE: part
        () -> value[30] = 1);
  }
}
