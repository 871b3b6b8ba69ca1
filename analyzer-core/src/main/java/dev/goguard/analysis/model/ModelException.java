package dev.goguard.analysis.model;

/** A model file that cannot be used; the message names the file and the entry. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
