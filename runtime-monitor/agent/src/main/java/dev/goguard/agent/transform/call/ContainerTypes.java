package dev.goguard.agent.transform.call;

import java.util.Set;

/** Which static types may stand for a container of the JDK when the program runs. */
final class ContainerTypes {
  private static final Set<String> OUTSIDE_UTIL = Set.of(
      "java/lang/Iterable",
      "java/lang/CharSequence",
      "java/lang/Appendable",
      "java/lang/StringBuilder",
      "java/util/regex/Matcher",
      "java/util/zip/Checksum",
      "java/util/zip/CRC32",
      "java/util/zip/Adler32",
      "java/security/MessageDigest",
      "javax/crypto/Cipher",
      "javax/crypto/Mac");

  /** Of java.util, but safe to share or without state. */
  private static final Set<String> SAFE = Set.of(
      "java/util/Objects",
      "java/util/Optional",
      "java/util/OptionalInt",
      "java/util/OptionalLong",
      "java/util/OptionalDouble",
      "java/util/Random",
      "java/util/UUID",
      "java/util/Locale",
      "java/util/Vector",
      "java/util/Stack",
      "java/util/Hashtable",
      "java/util/Properties",
      "java/util/Map$Entry");

  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private ContainerTypes() {}

  /** Whether a method that is called by way of {@code Object} may be a container's. */
  static boolean mayBeOfObject(String method) {
    return OF_EVERY_OBJECT.contains(method);
  }

  /** Whether an object that is all of these types may be a container. */
  static boolean mayBeContainer(Set<String> types) {
    for (String type : types) {
      if (mayBeContainer(type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeContainer(String type) {
    return OUTSIDE_UTIL.contains(type)
        || type.startsWith("java/text/")
        || type.startsWith("java/util/")
            && type.indexOf('/', "java/util/".length()) < 0
            && !SAFE.contains(type);
  }
}
