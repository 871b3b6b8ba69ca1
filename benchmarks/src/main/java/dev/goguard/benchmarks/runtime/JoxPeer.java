package dev.goguard.benchmarks.runtime;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.Select;
import com.softwaremill.jox.SelectClause;
import java.util.concurrent.atomic.AtomicInteger;

/** Jox's channels and select, on virtual threads started as its own benchmarks do. */
final class JoxPeer extends VirtualThreads {

  @Override
  Pipe pipe(int capacity) {
    return new ChannelPipe(
        capacity == 0 ? Channel.newRendezvousChannel() : Channel.newBufferedChannel(capacity));
  }

  /** The clauses are made once: Jox says that they can be reused. */
  @Override
  long selectSum(Pipe[] pipes, int receives) {
    SelectClause<Integer>[] clauses = clauses(pipes);
    long sum = 0;
    try {
      for (int i = 0; i < receives; i++) {
        sum += Select.select(clauses);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return sum;
  }

  private static SelectClause<Integer>[] clauses(Pipe[] pipes) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    SelectClause<Integer>[] clauses = new SelectClause[pipes.length];
    for (int i = 0; i < pipes.length; i++) {
      clauses[i] = ((ChannelPipe) pipes[i]).channel.receiveClause();
    }
    return clauses;
  }

  @Override
  Exclusion exclusion() {
    throw hasNone();
  }

  @Override
  Object park(AtomicInteger started) {
    var channel = Channel.<Integer>newRendezvousChannel();
    Thread.startVirtualThread(() -> {
      started.incrementAndGet();
      receive(channel);
    });
    return channel;
  }

  private static Integer receive(Channel<Integer> channel) {
    try {
      return channel.receive();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class ChannelPipe extends Pipe {
    private final Channel<Integer> channel;

    ChannelPipe(Channel<Integer> channel) {
      this.channel = channel;
    }

    @Override
    void send(int value) {
      try {
        channel.send(value);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    int receive() {
      return JoxPeer.receive(channel);
    }
  }
}
