package dev.goguard.analysis.frontend.spoon;

import dev.goguard.analysis.SourceSet;
import dev.goguard.analysis.SourceSet.SourceUnit;
import dev.goguard.analysis.ir.SourceRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Reads and decodes source files; says which it could not read or decode. */
final class SourceReader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Charset encoding;
  private final Notes notes;

  SourceReader(Charset encoding, Notes notes) {
    this.encoding = encoding;
    this.notes = notes;
  }

  List<SourceText> readAll(SourceSet sources) {
    List<SourceText> texts = new ArrayList<>();
    for (SourceUnit unit : sources.files()) {
      try {
        texts.add(new SourceText(unit, decode(unit, Files.readAllBytes(unit.path()))));
      } catch (IOException e) {
        notes.fail(unit, "unreadable-file", "cannot be read: " + e, SourceRange.NONE);
      }
    }
    return texts;
  }

  private String decode(SourceUnit unit, byte[] bytes) {
    Charset charset = startsAsUtf16(bytes) ? StandardCharsets.UTF_16 : encoding;
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer output =
        CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(input, output, true);
    if (!result.isError()) {
      decoder.flush(output);
      return withoutMark(output.flip().toString());
    }
    String valid = output.flip().toString();
    notes.warn(unit, "encoding-error", malformed(valid), SourceRange.NONE);
    return withoutMark(replacing(charset, bytes));
  }

  private String malformed(String validPart) {
    long line = validPart.chars().filter(c -> c == '\n').count() + 1;
    return "line "
        + line
        + " is not valid "
        + encoding
        + "; analysed with U+FFFD in place of what could not be decoded. Give the right encoding.";
  }

  private static String replacing(Charset charset, byte[] bytes) {
    CharsetDecoder decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try {
      return decoder.decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IOException e) {
      throw new IllegalStateException("a replacing decoder does not fail", e);
    }
  }

  private static boolean startsAsUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
