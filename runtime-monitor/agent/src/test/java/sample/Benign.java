package sample;

import dev.goguard.runtime.RaceDetector;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Races that are declared to be meant, each run by name; {@code plain} is not. */
public final class Benign {
  @BenignRace("tested")
  private static int field;

  private static int plain;
  private static final int[] CELLS = {0};
  private static final List<Integer> LIST = new ArrayList<>();
  private static final Object EDGE = new Object();
  private static final String DOOR = System.getProperty("door", "door");
  private static boolean handedOver;

  private Benign() {}

  /** One that is not GoGuard's. */
  @interface BenignRace {
    String value();
  }

  public static void main(String[] arguments) throws Exception {
    Runnable body = switch (arguments[0]) {
      case "field" -> () -> field++;
      case "method" -> Benign::inMethod;
      case "lambda" -> Benign::inLambda;
      case "type" -> Declared::run;
      case "ignore" -> () -> RaceDetector.ignore(() -> plain++);
      case "plain" -> () -> plain++;
      default -> Benign::handOver;
    };
    Thread first = new Thread(body);
    Thread second = new Thread(body);
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println(RaceDetector.isActive());
  }

  @BenignRace("tested")
  private static void inMethod() {
    plain++;
    CELLS[0]++;
    LIST.size();
    LIST.clear();
  }

  @BenignRace("tested")
  private static void inLambda() {
    Runnable inner = () -> plain++;
    inner.run();
  }

  /** The order is real, but of a kind that the detector cannot see: it is told of it. */
  private static void handOver() {
    RaceDetector.ignore(Benign::awaitTurn);
    RaceDetector.acquire(EDGE);
    handedOver = !handedOver;
    RaceDetector.release(EDGE);
    RaceDetector.ignore(Benign::endTurn);
  }

  private static void awaitTurn() {
    while (!new File(DOOR).mkdir()) {
      Thread.onSpinWait();
    }
  }

  private static void endTurn() {
    new File(DOOR).delete();
  }

  @BenignRace("tested")
  private static final class Declared {
    static void run() {
      plain++;
    }
  }
}
