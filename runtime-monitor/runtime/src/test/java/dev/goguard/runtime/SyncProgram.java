package dev.goguard.runtime;

/** A Go program that misuses or panics in a primitive, as its argument says. */
public final class SyncProgram {
  private SyncProgram() {}

  public static void main(String[] args) {
    Go.run(() -> {
      try {
        scenario(args[0]);
      } catch (GoPanic recovered) {
        System.out.print("recovered\n");
      }
      Chan.nil().receive();
    });
  }

  private static void scenario(String name) {
    RWMutex rw = new RWMutex();
    switch (name) {
      case "mutex" -> new Mutex().unlock();
      case "rwmutex" -> rw.unlock();
      case "reader" -> rw.runlock();
      case "callChan" -> callChan();
      case "sharedCall" -> sharedCall();
      case "errgroup" -> panicInErrGroup();
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void callChan() {
    RecvChan<?> channel = new SingleFlight<String, Object>().callChan("", () -> {
      throw Go.panic("in callChan");
    });
    channel.receive();
  }

  private static void sharedCall() {
    SingleFlight<String, Object> group = new SingleFlight<>();
    Chan<Integer> called = Chan.make();
    Chan<Integer> goOn = Chan.make();
    Go.go(() -> {
      try {
        group.call("", () -> {
          called.close();
          goOn.receive();
          throw Go.panic("in call");
        });
      } catch (GoPanic recovered) {
        System.out.print("recovered\n");
      }
    });
    called.receive();
    RecvChan<?> channel = group.callChan("", () -> "not called");
    goOn.close();
    channel.receive();
  }

  private static void panicInErrGroup() {
    ErrGroup group = new ErrGroup();
    group.go(() -> Go.panic("in errgroup"));
    try {
      group.await();
    } catch (Exception e) {
      System.out.print("not reached\n");
    }
  }
}
