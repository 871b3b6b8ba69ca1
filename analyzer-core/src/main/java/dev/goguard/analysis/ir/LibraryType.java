package dev.goguard.analysis.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a type outside the analysed source.
 *
 * @param name binary name
 * @param superclass binary name, null for interfaces and {@code Object}
 * @param interfaces direct superinterfaces
 * @param isInterface whether it is an interface
 */
public record LibraryType(
    String name, @Nullable String superclass, List<String> interfaces, boolean isInterface) {}
