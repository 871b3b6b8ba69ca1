package corpus.files;

import com.example.missing.Scheduler;
import java.util.List;

/** A local class in a lambda whose target type cannot be known. */
final class LocalClassInLambda {
  private final Scheduler scheduler = new Scheduler();

  void schedule(List<String> names) {
    scheduler.later(
        () -> {
          class Job implements Runnable {
            private final String name;

            Job(String name) {
              this.name = name;
            }

            @Override
            public void run() {
              System.out.println(name);
            }
          }
          for (String name : names) {
            new Job(name).run();
          }
        });
  }

  void scheduleUnknown(List<String> names) {
    names.forEach(
        name ->
            undefined(
                () -> {
                  record Pair(String left, String right) {}

                  return new Pair(name, name);
                }));
  }
}
