package dev.goguard.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goguard.analysis.source.Token.Kind;
import org.junit.jupiter.api.Test;

class JavaScannerTest {
  @Test
  void scan_commentMarksInLiterals_areNoComments() {
    assertThat(JavaScanner.scan("s = \"// no \\\" /* \" + '\"' + '\\''; // yes"))
        .filteredOn(token -> token.kind() == Kind.COMMENT)
        .extracting(Token::text)
        .containsExactly("// yes");
  }

  @Test
  void scan_textBlock_isOneToken() {
    String source = "var s = \"\"\"\n  // no\n  \\\"\"\" \"quoted\"\n  \"\"\"; /* yes */";
    assertThat(JavaScanner.scan(source))
        .filteredOn(token -> token.kind() == Kind.STRING || token.kind() == Kind.COMMENT)
        .extracting(Token::kind)
        .containsExactly(Kind.STRING, Kind.COMMENT);
  }

  @Test
  void scan_anyLineEnds_countsLines() {
    assertThat(JavaScanner.scan("a\r\nb\rc\n/* x\r\ny */ d"))
        .extracting(Token::line)
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void scan_unfinishedLiteral_stopsAtTheLine() {
    assertThat(JavaScanner.scan("\"open\nnext"))
        .extracting(Token::text)
        .containsExactly("\"open", "next");
  }

  @Test
  void scan_unfinishedComment_stopsAtTheEnd() {
    assertThat(JavaScanner.scan("a /* open"))
        .extracting(Token::text)
        .containsExactly("a", "/* open");
  }

  @Test
  void endLine_commentOfSeveralLines_isItsLast() {
    assertThat(JavaScanner.scan("/* 1\n2\r\n3 */").get(0).endLine()).isEqualTo(3);
  }
}
