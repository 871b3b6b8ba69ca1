package dev.goguard.analysis.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a source file.
 *
 * @param text without byte order mark, with U+FFFD in place of what could not be decoded
 * @param malformedLine the first line with something that could not be decoded, 0 if there is none
 */
public record DecodedText(String text, int malformedLine) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Decodes a file: as UTF-16 when its first bytes say so, otherwise in the given encoding. */
  public static DecodedText of(byte[] bytes, Charset encoding) {
    Charset charset = startsAsUtf16(bytes) ? StandardCharsets.UTF_16 : encoding;
    CharsetDecoder decoder = charset.newDecoder();
    CharBuffer output =
        CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    boolean malformed = decoder.decode(ByteBuffer.wrap(bytes), output, true).isError();
    if (malformed) {
      int line = line(output.flip().toString());
      return new DecodedText(withoutMark(replacing(charset, bytes)), line);
    }
    decoder.flush(output);
    return new DecodedText(withoutMark(output.flip().toString()), 0);
  }

  private static int line(String validPart) {
    return (int) validPart.chars().filter(c -> c == '\n').count() + 1;
  }

  private static String replacing(Charset charset, byte[] bytes) {
    CharsetDecoder decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try {
      return decoder.decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
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
