package dev.goguard.analysis.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.goguard.analysis.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model file as written.
 *
 * @param types binary type name to method ({@code name}, {@code name/arity} or
 *     {@code name(type,...)}; {@code new} for a constructor) to effects
 * @param taskTypes functional interfaces whose method is a task's body
 * @param threadSafe types whose methods may be called by several tasks at once, and methods
 *     ({@code Type#name}) whose result is such an object
 * @param handlers methods ({@code Type#name}) and annotations ({@code @Type}) that a server calls
 *     once per request
 */
record ModelFile(
    Map<String, Map<String, List<String>>> types,
    List<String> taskTypes,
    List<String> threadSafe,
    List<String> handlers) {

  private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
      .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  ModelFile(
      @JsonProperty("types") @Nullable Map<String, Map<String, List<String>>> types,
      @JsonProperty("taskTypes") @Nullable List<String> taskTypes,
      @JsonProperty("threadSafe") @Nullable List<String> threadSafe,
      @JsonProperty("handlers") @Nullable List<String> handlers) {
    this.types = types == null ? Map.of() : types;
    this.taskTypes = taskTypes == null ? List.of() : taskTypes;
    this.threadSafe = threadSafe == null ? List.of() : threadSafe;
    this.handlers = handlers == null ? List.of() : handlers;
  }

  static ModelFile builtIn() {
    try (InputStream in = ModelFile.class.getResourceAsStream("concurrency.yaml")) {
      return YAML.readValue(in, ModelFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("GoGuard's own API models are broken", e);
    }
  }

  static ModelFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return YAML.readValue(in, ModelFile.class);
    } catch (UnrecognizedPropertyException e) {
      throw new InputException(
          file + ": unknown section '" + e.getPropertyName() + "'; use " + e.getKnownPropertyIds(),
          e);
    } catch (JacksonException e) {
      throw new InputException(file + " is no model file: " + e.getOriginalMessage() + line(e), e);
    } catch (IOException e) {
      throw new InputException("cannot read model file " + file + ": " + e.getMessage(), e);
    }
  }

  private static String line(JacksonException e) {
    return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
  }
}
