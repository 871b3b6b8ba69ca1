package dev.goguard.runtime.internal;

/** Why a goroutine is parked, in the words of Go's goroutine dumps. */
public enum WaitReason {
  CHAN_SEND("chan send"),
  CHAN_SEND_NIL("chan send (nil chan)"),
  CHAN_RECEIVE("chan receive"),
  CHAN_RECEIVE_NIL("chan receive (nil chan)"),
  SLEEP("sleep"),
  SELECT("select"),
  SELECT_NO_CASES("select (no cases)"),
  WAIT_GROUP("sync.WaitGroup.Wait"),
  MUTEX("sync.Mutex.Lock"),
  RW_MUTEX_READ("sync.RWMutex.RLock"),
  RW_MUTEX_WRITE("sync.RWMutex.Lock"),
  COND("sync.Cond.Wait");

  private final String text;

  WaitReason(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
