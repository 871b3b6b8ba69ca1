package dev.goguard.race.context;

import java.util.Arrays;

/**
 * What is accessed at a site, where only the site knows it: the field or local that holds an array.
 */
public final class SiteNames {
  private static String[] names = new String[1024];

  private SiteNames() {}

  /** Names what the accesses at {@code site} are made on. */
  public static synchronized void put(int site, String name) {
    if (site >= names.length) {
      names = Arrays.copyOf(names, Math.max(site + 1, names.length * 2));
    }
    names[site] = name;
  }

  /** The name, or a general one. */
  public static synchronized String of(int site) {
    String name = site < names.length ? names[site] : null;
    return name == null ? "array" : name;
  }
}
