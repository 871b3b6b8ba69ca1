package dev.goguard.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Guarded
class HchanTest {

  /** A channel to which something happens when somebody has looked whether it is empty. */
  private static final class Looked extends Hchan {
    private boolean looked;

    Looked() {
      super(1);
    }

    @Override
    boolean looksEmpty() {
      boolean empty = super.looksEmpty();
      if (!looked) {
        looked = true;
        trySend(7);
        close();
      }
      return empty;
    }
  }

  @Test
  void tryReceive_sentAndClosedAfterTheFirstLook_receivesTheElementBeforeTheEnd() {
    Hchan channel = new Looked();
    assertThat(channel.tryReceive()).isEqualTo(7);
    assertThat(channel.tryReceive()).isSameAs(Hchan.CLOSED);
  }
}
