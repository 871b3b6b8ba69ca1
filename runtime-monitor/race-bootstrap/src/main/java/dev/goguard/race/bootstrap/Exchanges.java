package dev.goguard.race.bootstrap;

import dev.goguard.race.shadow.Slots;

/** Hooks of what lets two threads meet: exchangers, and queues without room. */
public final class Exchanges {
  private Exchanges() {}

  /** Before an object, perhaps null, is offered for exchange. */
  public static void offering(Object object, Object exchanger) {
    Handovers.put(object == null ? exchanger : object, exchanger);
  }

  /** After an object, perhaps null, was received in exchange. */
  public static void received(Object object, Object exchanger) {
    Handovers.took(object == null ? exchanger : object, exchanger);
  }

  /** Before the current thread takes what another may wait to hand over. */
  public static void taking(Object queue) {
    Handovers.release(queue, Slots.TAKERS);
  }

  /** After the current thread has handed over to one that takes. */
  public static void metTaker(Object queue) {
    Handovers.acquire(queue, Slots.TAKERS);
  }

  /** As {@link #metTaker}, when it has. */
  public static void metTakerWhenTrue(boolean met, Object queue) {
    if (met) {
      metTaker(queue);
    }
  }

  /** While the current thread makes room in a bounded queue, whose lock it holds. */
  public static void makingRoom(Object queue) {
    Handovers.release(queue, Slots.ROOM);
  }

  /** As {@link #makingRoom}; nobody waits for room in a queue without bound. */
  public static void makingRoomOf(int capacity, Object queue) {
    if (capacity != Integer.MAX_VALUE) {
      makingRoom(queue);
    }
  }

  /** After the current thread has waited for room: it comes after those who have made it. */
  public static void gotRoom(Object queue) {
    Handovers.acquire(queue, Slots.ROOM);
  }
}
