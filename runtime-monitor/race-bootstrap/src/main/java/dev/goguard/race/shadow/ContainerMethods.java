package dev.goguard.race.shadow;

import java.util.HashMap;
import java.util.Map;

/**
 * What the methods of the JDK's containers do to them, by family and name.
 *
 * <p>All overloads of a name do the same. A method that may write counts as a write, as in Go's
 * maps, even when it finds nothing to do; one that is not listed does nothing. The two that reach
 * one element of a list are reads of the list, and a read or write of that element: the JDK calls
 * only adding and removing a modification.
 */
public final class ContainerMethods {
  static final byte NOTHING = 0;
  static final byte READ = 1;
  static final byte WRITE = 2;

  /** A read, and of one element. */
  static final byte GET = 3;

  /** A read, and a write of one element. */
  static final byte SET = 4;

  /** A read, and of the element an iterator comes to next. */
  static final byte NEXT = 5;

  /** A read, and of all elements. */
  static final byte SCAN = 7;

  /** A read, or a write when the map is ordered by access. */
  static final byte TOUCH = 6;

  private static final String TABLE = """
      collection read size isEmpty iterator listIterator descendingIterator spliterator subList
      collection read stream parallelStream
      collection scan contains containsAll toArray forEach equals hashCode toString clone
      collection scan indexOf lastIndexOf
      collection read peek peekFirst peekLast element getFirst getLast first last
      collection read lower floor ceiling higher
      collection get get
      collection set set
      collection write add addAll remove removeAll retainAll removeIf clear
      collection write addFirst addLast offer offerFirst offerLast push pop poll pollFirst pollLast
      collection write removeFirst removeLast removeFirstOccurrence removeLastOccurrence
      collection write replaceAll sort ensureCapacity trimToSize
      map read containsKey containsValue size isEmpty forEach equals hashCode toString clone
      map read firstKey lastKey firstEntry lastEntry floorKey floorEntry ceilingKey ceilingEntry
      map read lowerKey lowerEntry higherKey higherEntry
      map touch get getOrDefault
      map write put putAll putIfAbsent remove clear compute computeIfAbsent computeIfPresent merge
      map write replace replaceAll pollFirstEntry pollLastEntry putFirst putLast
      iterator read hasNext hasPrevious previous nextIndex previousIndex forEachRemaining set
      iterator read tryAdvance trySplit estimateSize
      iterator next next
      iterator write remove add
      builder read length capacity charAt codePointAt codePointBefore codePointCount getChars
      builder read substring subSequence indexOf lastIndexOf toString compareTo chars codePoints
      builder write append appendCodePoint insert delete deleteCharAt replace reverse setLength
      builder write setCharAt ensureCapacity trimToSize repeat
      bits read get nextSetBit nextClearBit previousSetBit previousClearBit length isEmpty size
      bits read cardinality intersects equals hashCode toString clone stream toByteArray toLongArray
      bits write set clear flip and or xor andNot
      stateful write format parse parseObject formatToCharacterIterator applyPattern setTimeZone
      stateful write setLenient setCalendar setDecimalFormatSymbols setMaximumFractionDigits
      stateful write setMinimumFractionDigits setGroupingUsed setRoundingMode setNumberFormat
      stateful write get set add roll getTime setTime getTimeInMillis setTimeInMillis clear
      stateful write before after compareTo getActualMaximum getActualMinimum toInstant
      stateful write find matches lookingAt reset usePattern region hitEnd
      stateful write next nextInt nextLong nextDouble nextBoolean nextLine nextToken hasNext
      stateful write hasNextInt hasNextLong hasNextDouble hasNextLine hasMoreTokens nextElement
      stateful write hasMoreElements countTokens
      stateful write update digest doFinal wrap unwrap setLength split nextBytes nextFloat
      joiner read length toString
      joiner write add merge setEmptyValue
      """;

  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final Map<String, byte[]> FAMILIES = new HashMap<>();

  static {
    for (String line : TABLE.split("\n")) {
      number(line);
    }
    for (String line : TABLE.split("\n")) {
      enter(line);
    }
  }

  private ContainerMethods() {}

  private static void number(String line) {
    String[] words = line.split(" ");
    for (int i = 2; i < words.length; i++) {
      NUMBERS.putIfAbsent(words[i], NUMBERS.size());
    }
  }

  private static void enter(String line) {
    String[] words = line.split(" ");
    byte[] modes = FAMILIES.get(words[0]);
    if (modes == null) {
      FAMILIES.put(words[0], modes = new byte[NUMBERS.size()]);
    }
    for (int i = 2; i < words.length; i++) {
      modes[NUMBERS.get(words[i])] = mode(words[1]);
    }
  }

  private static byte mode(String word) {
    return switch (word) {
      case "read" -> READ;
      case "write" -> WRITE;
      case "get" -> GET;
      case "set" -> SET;
      case "next" -> NEXT;
      case "scan" -> SCAN;
      case "touch" -> TOUCH;
      default -> throw new AssertionError(word);
    };
  }

  /** The number of a method's name in bytecode, or -1 when no family has such a method. */
  public static int numberOf(String name) {
    return NUMBERS.getOrDefault(name, -1);
  }

  /** What the methods of a family do, by their numbers. */
  static byte[] of(String family) {
    return FAMILIES.get(family);
  }

  static int count() {
    return NUMBERS.size();
  }
}
