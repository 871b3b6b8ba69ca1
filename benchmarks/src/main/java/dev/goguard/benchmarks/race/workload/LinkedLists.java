package dev.goguard.benchmarks.race.workload;

/**
 * Walks linked lists: one that all threads read, and one of each thread, which it also reverses.
 */
public final class LinkedLists implements Workload {
  private static final int WALKS = 30;
  private final int size;
  private final Node shared;

  /** Lists of as many nodes. */
  public LinkedLists(int size) {
    this.size = size;
    shared = list(size, 8);
  }

  private static final class Node {
    private int value;
    private Node next;

    Node(int value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  private static Node list(int size, long seed) {
    var randoms = new Randoms(seed);
    Node head = null;
    for (int i = 0; i < size; i++) {
      head = new Node(randoms.below(1000), head);
    }
    return head;
  }

  @Override
  public long run() throws InterruptedException {
    var sums = new long[Team.SIZE];
    Team.run(number -> {
      var own = list(size, number);
      long sum = 0;
      for (int walk = 0; walk < WALKS; walk++) {
        own = reverse(own);
        sum += sum(own) + sum(shared);
      }
      sums[number] = sum;
    });
    return Team.sum(sums);
  }

  private static Node reverse(Node head) {
    Node reversed = null;
    var node = head;
    while (node != null) {
      var next = node.next;
      node.next = reversed;
      reversed = node;
      node = next;
    }
    return reversed;
  }

  private static long sum(Node head) {
    long sum = 0;
    for (var node = head; node != null; node = node.next) {
      sum += node.value;
    }
    return sum;
  }
}
