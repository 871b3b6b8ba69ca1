package dev.goguard.runtime.internal.sched;

import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.InvocationTargetException;

/**
 * The JDK's {@code VirtualThreadSchedulerMXBean}, which there is since 24, called by reflection:
 * the runtime is compiled for 21 and works without the module {@code jdk.management}.
 */
final class JdkSchedulerBean {
  private static final String TYPE = "jdk.management.VirtualThreadSchedulerMXBean";
  private final Class<? extends PlatformManagedObject> type;
  private final Object bean;

  private JdkSchedulerBean(Class<? extends PlatformManagedObject> type) {
    this.type = type;
    this.bean = ManagementFactory.getPlatformMXBean(type);
  }

  /** The bean, or null where there is none. */
  static JdkSchedulerBean find() {
    try {
      Class<?> type = Class.forName(TYPE, true, ClassLoader.getSystemClassLoader());
      return new JdkSchedulerBean(type.asSubclass(PlatformManagedObject.class));
    } catch (ClassNotFoundException | NoClassDefFoundError | IllegalArgumentException e) {
      return null; // an older JDK, or one put together without the modules
    }
  }

  int parallelism() {
    return ((Number) call("getParallelism")).intValue();
  }

  void setParallelism(int size) {
    try {
      type.getMethod("setParallelism", int.class).invoke(bean, size);
    } catch (InvocationTargetException e) {
      throw unsupported(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw unsupported(e);
    }
  }

  /** How many carriers there are, busy or not. */
  int poolSize() {
    return ((Number) call("getPoolSize")).intValue();
  }

  /** How many virtual threads have a carrier. */
  int mounted() {
    return ((Number) call("getMountedVirtualThreadCount")).intValue();
  }

  /** How many virtual threads wait for a carrier. */
  long queued() {
    return ((Number) call("getQueuedVirtualThreadCount")).longValue();
  }

  private Object call(String getter) {
    try {
      return type.getMethod(getter).invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(TYPE + "." + getter, e);
    }
  }

  private static UnsupportedOperationException unsupported(Throwable cause) {
    return new UnsupportedOperationException("the JDK refuses: " + cause.getMessage(), cause);
  }
}
