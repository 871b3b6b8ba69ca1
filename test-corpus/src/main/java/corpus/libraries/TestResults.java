package corpus.libraries;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * How the tests of one run ended, by {@code Class#test}. A test that ran more than once under one
 * name ended as its worst run.
 */
record TestResults(Map<String, Result> byTest) {
  /** How a test ended, the worst last. */
  enum Result {
    PASSED,
    SKIPPED,
    FAILED
  }

  TestResults {
    byTest = new TreeMap<>(byTest);
  }

  /** The results in the {@code TEST-*.xml} files of a folder. */
  static TestResults read(Path folder) throws IOException {
    Map<String, Result> results = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
      for (Path file : files) {
        add(results, file);
      }
    }
    return new TestResults(results);
  }

  private static void add(Map<String, Result> results, Path file) throws IOException {
    NodeList tests = root(file).getElementsByTagName("testcase");
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      results.merge(name(test), result(test), TestResults::worse);
    }
  }

  private static Element root(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file.toString(), e);
    }
  }

  private static String name(Element test) {
    return test.getAttribute("classname") + "#" + test.getAttribute("name");
  }

  private static Result result(Element test) {
    if (failed(test, "failure") || failed(test, "error")) {
      return Result.FAILED;
    }
    return has(test, "skipped") ? Result.SKIPPED : Result.PASSED;
  }

  /** A test that passed and was failed for its races has passed; they are judged on their own. */
  private static boolean failed(Element test, String child) {
    NodeList failures = test.getElementsByTagName(child);
    return failures.getLength() > 0
        && !((Element) failures.item(0)).getAttribute("type").endsWith(".RaceDetectedError");
  }

  private static boolean has(Element test, String child) {
    return test.getElementsByTagName(child).getLength() > 0;
  }

  private static Result worse(Result a, Result b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  long count(Result result) {
    return byTest.values().stream().filter(result::equals).count();
  }
}
