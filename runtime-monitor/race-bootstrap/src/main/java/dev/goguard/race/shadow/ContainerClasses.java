package dev.goguard.race.shadow;

import java.util.HashMap;
import java.util.Map;

/**
 * The JDK's classes whose state is watched, and through which field a view reaches the object that
 * has the state.
 *
 * <p>A class that is not listed is not watched: it is safe to share, or nobody has looked at it. A
 * nested class of a listed one is a view or an iterator and leads to its outer object, unless it
 * has a line of its own.
 */
final class ContainerClasses {
  /** Lines of: class, family, and for views the field that leads on. */
  private static final String TABLE = """
      java.util.ArrayList collection
      java.util.ArrayList$SubList collection root
      java.util.LinkedList collection
      java.util.LinkedList$DescendingIterator iterator itr
      java.util.LinkedList$ReverseOrderLinkedListView collection list
      java.util.ArrayDeque collection
      java.util.PriorityQueue collection
      java.util.RegularEnumSet collection
      java.util.JumboEnumSet collection
      java.util.HashSet collection map
      java.util.LinkedHashSet collection map
      java.util.TreeSet collection m
      java.util.HashMap map
      java.util.LinkedHashMap map
      java.util.LinkedHashMap$ReversedLinkedHashMapView map base
      java.util.TreeMap map
      java.util.TreeMap$KeySet collection m
      java.util.TreeMap$AscendingSubMap map m
      java.util.TreeMap$DescendingSubMap map m
      java.util.IdentityHashMap map
      java.util.WeakHashMap map
      java.util.EnumMap map
      java.util.AbstractList$SubList collection root
      java.util.AbstractList$RandomAccessSubList collection root
      java.util.AbstractList$Itr iterator this$0
      java.util.AbstractList$ListItr iterator this$0
      java.util.ReverseOrderDequeView collection base
      java.util.ReverseOrderListView collection base
      java.util.ReverseOrderListView$Rand collection base
      java.util.Collections$UnmodifiableCollection view c
      java.util.Collections$UnmodifiableSequencedCollection view c
      java.util.Collections$UnmodifiableSequencedSet view c
      java.util.Collections$UnmodifiableSet view c
      java.util.Collections$UnmodifiableSortedSet view c
      java.util.Collections$UnmodifiableNavigableSet view c
      java.util.Collections$UnmodifiableList view c
      java.util.Collections$UnmodifiableRandomAccessList view c
      java.util.Collections$UnmodifiableCollection$1 view i
      java.util.Collections$UnmodifiableList$1 view i
      java.util.Collections$UnmodifiableMap view m
      java.util.Collections$UnmodifiableSequencedMap view m
      java.util.Collections$UnmodifiableSortedMap view m
      java.util.Collections$UnmodifiableNavigableMap view m
      java.util.Collections$UnmodifiableMap$UnmodifiableEntrySet view c
      java.util.Collections$UnmodifiableMap$UnmodifiableEntrySet$1 view i
      java.util.Collections$SynchronizedCollection locked c
      java.util.Collections$SynchronizedSet locked c
      java.util.Collections$SynchronizedSortedSet locked c
      java.util.Collections$SynchronizedNavigableSet locked c
      java.util.Collections$SynchronizedList locked c
      java.util.Collections$SynchronizedRandomAccessList locked c
      java.util.Collections$SynchronizedMap locked m
      java.util.Collections$SynchronizedSortedMap locked m
      java.util.Collections$SynchronizedNavigableMap locked m
      java.util.Collections$SetFromMap collection m
      java.util.Collections$SequencedSetFromMap collection m
      java.util.Collections$AsLIFOQueue collection q
      java.util.Arrays$ArrayList collection a
      java.util.Arrays$ArrayItr iterator a
      java.lang.StringBuilder builder
      java.util.BitSet bits
      java.util.StringJoiner joiner
      java.text.SimpleDateFormat stateful
      java.text.DecimalFormat stateful
      java.text.MessageFormat stateful
      java.util.GregorianCalendar stateful
      java.util.regex.Matcher stateful
      java.util.Scanner stateful
      java.util.StringTokenizer stateful
      java.util.SplittableRandom stateful
      java.security.MessageDigest$Delegate stateful
      java.security.MessageDigest$Delegate$CloneableDelegate stateful
      javax.crypto.Cipher stateful
      javax.crypto.Mac stateful
      java.util.zip.CRC32 stateful
      java.util.zip.Adler32 stateful
      """;

  private static final Map<String, Row> ROWS = new HashMap<>();

  /** One line; {@code link} is null for the class that has the state. */
  record Row(String family, String link) {
    boolean isView() {
      return family.equals("view");
    }

    boolean isLocked() {
      return family.equals("locked");
    }
  }

  static {
    for (String line : TABLE.split("\n")) {
      String[] words = line.split(" ");
      ROWS.put(words[0], new Row(words[1], words.length == 2 ? null : words[2]));
    }
  }

  private ContainerClasses() {}

  /** The line of a class of the JDK, or null when it is not watched. */
  static Row of(Class<?> type) {
    Row row = ROWS.get(type.getName());
    return row != null || !isNestedInListed(type.getName()) ? row : nested(type);
  }

  private static boolean isNestedInListed(String name) {
    for (int at = name.indexOf('$'); at >= 0; at = name.indexOf('$', at + 1)) {
      Row outer = ROWS.get(name.substring(0, at));
      if (outer != null) {
        return !outer.isLocked() && !outer.isView();
      }
    }
    return false;
  }

  private static Row nested(Class<?> type) {
    if (java.util.Iterator.class.isAssignableFrom(type)) {
      return new Row("iterator", "this$0");
    }
    if (java.util.Spliterator.class.isAssignableFrom(type)) {
      return new Row("iterator", linkOf(type));
    }
    if (java.util.Collection.class.isAssignableFrom(type)) {
      return new Row("collection", "this$0");
    }
    return java.util.Map.class.isAssignableFrom(type) ? new Row("map", "this$0") : null;
  }

  /** Where a spliterator refers to what it goes through. */
  private static String linkOf(Class<?> spliterator) {
    for (String field : new String[] {"list", "map", "tree"}) {
      if (ContainerKind.offset(spliterator, field) != ContainerKind.NONE) {
        return field;
      }
    }
    return "this$0";
  }

  static Iterable<String> names() {
    return ROWS.keySet();
  }
}
