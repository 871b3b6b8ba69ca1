package dev.goguard.race.shadow;

import java.lang.reflect.Field;

/**
 * What is known of each field that is accessed by reflection.
 *
 * <p>A program gets a new {@code Field} each time it asks for one, so this is kept with the class,
 * under the hash of the field's name. Where two names of a class share a hash, only one is kept.
 */
final class FieldTable extends WeakTable<FieldTable.Known> {
  private static final FieldTable TABLE = new FieldTable();

  private FieldTable() {}

  static final class Known extends WeakTable.Entry {
    private volatile Named named;

    Known(Object type, int hash, int part) {
      super(type, hash, part);
    }
  }

  private record Named(String name, HandleTarget target) {}

  @Override
  Known create(Object type, int hash, int part) {
    return new Known(type, hash, part);
  }

  static HandleTarget target(Field field) {
    int part = field.getName().hashCode();
    Class<?> type = field.getDeclaringClass();
    Known known = TABLE.of(type, hash(type, part), part);
    if (known.named == null) {
      known.named = new Named(field.getName(), HandleTarget.field(field));
    }
    Named named = known.named;
    return named.name.equals(field.getName()) ? named.target : HandleTarget.field(field);
  }
}
