package dev.goguard.analysis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What GoGuard calls itself. */
public final class Product {
  public static final String NAME = "GoGuard";

  private Product() {}

  public static String version() {
    return Version.TEXT;
  }

  private static final class Version {
    private static final String TEXT = read();

    private static String read() {
      try (InputStream in = Product.class.getResourceAsStream("product.properties")) {
        Properties properties = new Properties();
        properties.load(in);
        return properties.getProperty("version");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
