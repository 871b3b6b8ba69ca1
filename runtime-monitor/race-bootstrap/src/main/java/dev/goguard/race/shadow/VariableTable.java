package dev.goguard.race.shadow;

import dev.goguard.race.detector.AbstractVariable;

/** The abstract variables of objects, told apart by their names. */
public final class VariableTable extends WeakTable<VariableTable.Named> {
  private static final int STRIPES = 64;
  private static final VariableTable[] TABLES = new VariableTable[STRIPES];

  static {
    for (int i = 0; i < STRIPES; i++) {
      TABLES[i] = new VariableTable();
    }
  }

  private VariableTable() {}

  static final class Named extends WeakTable.Entry {
    final AbstractVariable variable = new AbstractVariable();

    Named(Object object, int hash, int part) {
      super(object, hash, part);
    }
  }

  @Override
  Named create(Object object, int hash, int part) {
    return new Named(object, hash, part);
  }

  /** The variable of an object that is called {@code name}. */
  public static AbstractVariable of(Object object, String name) {
    int part = name.hashCode();
    int hash = hash(object, part);
    return TABLES[hash >>> 26].of(object, hash, part).variable;
  }
}
