package dev.goguard.analysis.ir;

import java.util.List;

/**
 * One lowered file.
 *
 * @param path as shown to the user, with {@code /}
 * @param text the source text
 * @param types every type declared in the file, in source order, an enclosing type before its
 *     members
 */
public record SourceFile(String path, String text, List<TypeDecl> types) {
  @Override
  public String toString() {
    return path;
  }
}
