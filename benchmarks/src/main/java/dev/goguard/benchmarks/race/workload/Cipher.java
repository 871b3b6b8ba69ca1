package dev.goguard.benchmarks.race.workload;

/** A block cipher of eight rounds on four words of 16 bits, in the manner of IDEA. */
final class Cipher {
  static final int BLOCK = 8;
  private static final int ROUNDS = 8;
  private static final int PRIME = 0x10001;
  private static final int WORD = 0xffff;
  private final int[] keys;

  private Cipher(int[] keys) {
    this.keys = keys;
  }

  static Cipher random(long seed) {
    var randoms = new Randoms(seed);
    var keys = new int[6 * ROUNDS + 4];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = randoms.below(PRIME - 1);
    }
    return new Cipher(keys);
  }

  /** The cipher that undoes this one: the inverse keys in reverse. */
  Cipher inverse() {
    var inverse = new int[keys.length];
    for (int round = 0; round <= ROUNDS; round++) {
      int from = 6 * (ROUNDS - round);
      boolean outer = round == 0 || round == ROUNDS;
      inverse[6 * round] = reciprocal(keys[from]);
      inverse[6 * round + 1] = -keys[from + (outer ? 1 : 2)] & WORD;
      inverse[6 * round + 2] = -keys[from + (outer ? 2 : 1)] & WORD;
      inverse[6 * round + 3] = reciprocal(keys[from + 3]);
      if (round < ROUNDS) {
        inverse[6 * round + 4] = keys[from - 2];
        inverse[6 * round + 5] = keys[from - 1];
      }
    }
    return new Cipher(inverse);
  }

  /** Puts what the blocks from begin to end are turned into at the same place of the output. */
  void apply(byte[] input, byte[] output, int begin, int end) {
    for (int at = begin; at < end; at += BLOCK) {
      applyToBlock(input, output, at);
    }
  }

  private void applyToBlock(byte[] input, byte[] output, int at) {
    int a = word(input, at);
    int b = word(input, at + 2);
    int c = word(input, at + 4);
    int d = word(input, at + 6);
    int key = 0;
    for (int round = 0; round < ROUNDS; round++) {
      a = times(a, keys[key++]);
      b = b + keys[key++] & WORD;
      c = c + keys[key++] & WORD;
      d = times(d, keys[key++]);
      int left = times(a ^ c, keys[key++]);
      int right = times(left + (b ^ d) & WORD, keys[key++]);
      left = left + right & WORD;
      a ^= right;
      d ^= left;
      int kept = b ^ left;
      b = c ^ right;
      c = kept;
    }
    put(output, at, times(a, keys[key++]));
    put(output, at + 2, c + keys[key++] & WORD);
    put(output, at + 4, b + keys[key++] & WORD);
    put(output, at + 6, times(d, keys[key]));
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }

  private static void put(byte[] bytes, int at, int word) {
    bytes[at] = (byte) word;
    bytes[at + 1] = (byte) (word >>> 8);
  }

  /** The product modulo the prime, where 0 stands for 65536. */
  private static int times(int one, int other) {
    if (one == 0 || other == 0) {
      return PRIME - one - other & WORD;
    }
    return (int) ((long) one * other % PRIME) & WORD;
  }

  /** By Fermat's little theorem. */
  private static int reciprocal(int word) {
    int result = 1;
    for (int i = 0; i < 16; i++) {
      result = times(times(result, result), word);
    }
    return result;
  }
}
