package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.ir.SourceRange;
import dev.goguard.analysis.source.DecodedText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Reads and decodes source files; says which it could not read or decode. */
final class SourceReader {
  private final Charset encoding;
  private final Notes notes;

  SourceReader(Charset encoding, Notes notes) {
    this.encoding = encoding;
    this.notes = notes;
  }

  List<UnitText> readAll(SourceSet sources) {
    List<UnitText> texts = new ArrayList<>();
    for (SourceUnit unit : sources.files()) {
      try {
        texts.add(new UnitText(unit, decode(unit, Files.readAllBytes(unit.path()))));
      } catch (IOException e) {
        notes.fail(unit, "unreadable-file", "cannot be read: " + e, SourceRange.NONE);
      }
    }
    return texts;
  }

  private String decode(SourceUnit unit, byte[] bytes) {
    DecodedText decoded = DecodedText.of(bytes, encoding);
    if (decoded.malformedLine() > 0) {
      notes.warn(unit, "encoding-error", malformed(decoded.malformedLine()), SourceRange.NONE);
    }
    return decoded.text();
  }

  private String malformed(int line) {
    return "line "
        + line
        + " is not valid "
        + encoding
        + "; analysed with U+FFFD in place of what could not be decoded. Give the right encoding.";
  }
}
