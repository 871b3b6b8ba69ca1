package shop.payments;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** Payments to be tried again, a few at a time. */
public final class RetryQueue {
  private static final int AT_ONCE = 4;

  private final BlockingQueue<Payment> waiting = new LinkedBlockingQueue<>();
  private final Semaphore permits = new Semaphore(AT_ONCE);
  private final PaymentService service;

  public RetryQueue(PaymentService service) {
    this.service = service;
  }

  public void add(Payment payment) {
    waiting.add(payment);
  }

  /** Tries everything that waits once more, and returns when all have been tried. */
  public void drain() throws InterruptedException {
    while (!waiting.isEmpty()) {
      Payment payment = waiting.take();
      permits.acquire();
      Thread.startVirtualThread(() -> {
        try {
          System.out.println(payment.id() + " again: " + service.pay(payment));
        } finally {
          permits.release();
        }
      });
    }
    awaitIdle();
  }

  private void awaitIdle() throws InterruptedException {
    permits.acquire(AT_ONCE);
    permits.release(AT_ONCE);
  }
}
