package dev.goguard.benchmarks.race.workload;

/** Each thread builds a binary tree of counters and looks for keys in it. */
public final class SearchTrees implements Workload {
  private static final int LOOK_UPS = 4;
  private final int size;

  /** Trees into which as many keys are put. */
  public SearchTrees(int size) {
    this.size = size;
  }

  private static final class Node {
    private final int key;
    private int count;
    private Node less;
    private Node more;

    Node(int key) {
      this.key = key;
    }

    void put(int other) {
      if (other == key) {
        count++;
      } else if (other < key) {
        less = put(less, other);
      } else {
        more = put(more, other);
      }
    }

    private static Node put(Node tree, int key) {
      if (tree == null) {
        return new Node(key);
      }
      tree.put(key);
      return tree;
    }

    int count(int wanted) {
      var node = this;
      while (node != null && node.key != wanted) {
        node = wanted < node.key ? node.less : node.more;
      }
      return node == null ? 0 : 1 + node.count;
    }
  }

  @Override
  public long run() throws InterruptedException {
    var sums = new long[Team.SIZE];
    Team.run(number -> sums[number] = buildAndSearch(new Randoms(number)));
    return Team.sum(sums);
  }

  private long buildAndSearch(Randoms randoms) {
    var root = new Node(size / 2);
    for (int i = 0; i < size; i++) {
      root.put(randoms.below(size));
    }
    long sum = 0;
    for (int i = 0; i < LOOK_UPS * size; i++) {
      sum += root.count(randoms.below(size));
    }
    return sum;
  }
}
