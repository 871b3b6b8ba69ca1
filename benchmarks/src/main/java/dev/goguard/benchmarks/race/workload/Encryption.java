package dev.goguard.benchmarks.race.workload;

import java.util.Arrays;

/** Encrypts bytes and decrypts them again, each thread its own blocks. */
public final class Encryption implements Workload {
  private final byte[] text;
  private final Cipher cipher = Cipher.random(6);
  private final Cipher inverse = cipher.inverse();

  /** A text of as many bytes, a multiple of the size of a block. */
  public Encryption(int size) {
    text = new byte[size];
    var randoms = new Randoms(7);
    for (int i = 0; i < size; i++) {
      text[i] = (byte) randoms.below(256);
    }
  }

  @Override
  public long run() throws InterruptedException {
    var encrypted = new byte[text.length];
    var decrypted = new byte[text.length];
    Team.run(number -> {
      int begin = beginOf(number);
      int end = beginOf(number + 1);
      cipher.apply(text, encrypted, begin, end);
      inverse.apply(encrypted, decrypted, begin, end);
    });
    if (!Arrays.equals(text, decrypted)) {
      throw new IllegalStateException("decrypted to something else");
    }
    return sum(encrypted);
  }

  private int beginOf(int number) {
    return Team.begin(text.length / Cipher.BLOCK, number) * Cipher.BLOCK;
  }

  private static long sum(byte[] bytes) {
    long sum = 0;
    for (byte each : bytes) {
      sum += each & 0xff;
    }
    return sum;
  }
}
