package sample;

import java.util.Arrays;

/** Calls that read or write many elements of an array. */
public final class ArrayCases {
  private ArrayCases() {}

  public static void main(String[] args) throws Exception {
    int[] array = new int[20];
    int[] other = new int[20];
    Cases.racy("fill", () -> Arrays.fill(array, 1), () -> array[19]++);
    Cases.clean("fill a part", () -> Arrays.fill(other, 0, 10, 1), () -> other[10]++);
    Cases.racy("copy", () -> System.arraycopy(array, 0, other, 5, 2), () -> other[6]++);
    Cases.clean("copy a part", () -> System.arraycopy(array, 0, other, 5, 2), () -> other[7]++);
    Cases.racy("clone", () -> array.clone(), () -> array[3]++);
    Cases.racy("sort", () -> Arrays.sort(array, 2, 4), () -> System.out.println(array[3]));
    Cases.clean("read", () -> Arrays.hashCode(array), () -> Arrays.copyOf(array, 4));
  }
}
