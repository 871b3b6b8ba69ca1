package golden;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

class Functions {
  private int total;
  private final Runnable field = () -> total++;

  void lambdas(ExecutorService executor, List<String> names) throws Exception {
    int captured = names.size();
    executor.execute(() -> total += captured);
    executor.submit(() -> total);
    executor.submit(
        () -> {
          total = 1;
        });
    Supplier<Supplier<String>> nested = () -> () -> "inner" + captured;
    BiFunction<Integer, String, Integer> typed = (Integer a, String b) -> a + b.length();
    Callable<Integer> thrower =
        () -> {
          throw new Exception();
        };
    Runnable both = (Runnable & Serializable) () -> total++;
    names.forEach(name -> names.forEach(other -> System.out.println(name + other)));
    Runnable chosen = captured > 1 ? () -> {} : this::reset;
    new Thread(() -> reset()).start();
    names.stream().map(name -> name.length()).filter(n -> n > captured).forEach(n -> total += n);
  }

  void references(List<String> names) {
    Function<Object, Integer> unbound = Object::hashCode;
    Supplier<Integer> bound = "text"::length;
    Runnable own = this::reset;
    Supplier<List<String>> constructor = ArrayList::new;
    IntFunction<int[]> array = int[]::new;
    Supplier<String> parent = super::toString;
    Function<String, Integer> parse = Integer::parseInt;
    String[] all = names.toArray(String[]::new);
    Comparator<String> order = Comparator.comparing(String::length).thenComparing(s -> s);
  }

  <X extends Exception> String generics(Optional<String> value, Supplier<X> error) throws X {
    CompletableFuture.supplyAsync(() -> "a").thenApply(String::length).thenAccept(this::add);
    Functions.<RuntimeException>sneaky(() -> new RuntimeException());
    return value.orElseThrow(error);
  }

  static <X extends Exception> void sneaky(Supplier<? extends X> error) throws X {
    throw error.get();
  }

  private void add(int n) {
    total += n;
  }

  private void reset() {
    total = 0;
  }

  class Inner {
    Runnable task = () -> reset();

    Runnable again(int x) {
      return () -> {
        class InLambda {
          int x2 = x;

          void run() {
            total = x2;
          }
        }
        new InLambda().run();
        Runnable deep = () -> add(x);
      };
    }
  }
}
