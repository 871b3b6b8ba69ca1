package dev.goguard.cli.ruling;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reader of the code said of a finding. */
public enum Label {
  /** A bug, or code that is right only by a rule it states nowhere. */
  @JsonProperty("true")
  TRUE,
  /** The code is right. */
  @JsonProperty("false")
  FALSE,
  /** Nobody has read it. */
  @JsonProperty("unlabelled")
  UNLABELLED
}
