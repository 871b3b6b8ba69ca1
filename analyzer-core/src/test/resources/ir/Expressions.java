package golden;

class Expressions {
  static int shared;
  int own;
  int[] cells = {1, 2};

  void literals() {
    Object[] all = {1, 0xFFL, 010, 1.5f, 1e3, 'c', '\'', true, null, "a\n\"b\"", int[].class};
    String block =
        """
        first "quoted"
          second \
        joined
        """;
    String notAscii = "\u00e9";
  }

  void operators(int a, boolean b, Object o) {
    boolean logic = !(b & true | false ^ b) && ~a < 4 || -(-2) != +a;
    int shifts = a << 2 >> 1 >>> 3;
    int arithmetic = (a + 1) * 2 / 3 % 4 - 5;
    String text = "a" + a + 'c' + null;
    long widened = a;
    int narrowed = (int) (widened + 1);
    Object twice = (Object) (String) o;
    int chosen = b ? a : shifts;
    boolean test = o instanceof String;
  }

  int assignments(int a, int[][] grid) {
    own = a;
    this.own += 2;
    shared = own = a;
    a <<= 1;
    int order = a++ + ++a - a-- * --a;
    cells[a = 1] = a = 2;
    grid[0][1]++;
    grid[a] = new int[3];
    Expressions other = new Expressions();
    other.other().own--;
    return grid.length + grid[0].length + cells.length + other.cells[0];
  }

  Expressions other() {
    int[][] partly = new int[2][], full = new int[2][3];
    int[][] nested = {{1}, {}};
    char c = 'a';
    c += 1;
    return this;
  }
}
