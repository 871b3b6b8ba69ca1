package corpus.race.go;

import dev.goguard.runtime.Chan;

/** What goroutines share: the variables that a Go closure captures. */
final class Captured {
  int x;
  int y;
  int v1;
  int v2;
  short s;
  byte b;
  byte b1;
  byte b2;
  long l;
  long m;
  boolean done;
  String text = "";
  Chan<Integer> chan;
}
