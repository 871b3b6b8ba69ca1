package dev.goguard.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainMarkdownTest {
  @Test
  void of_document_readsAsText() {
    String markdown = """
        # LockNotReleased
        Call `unlock()` in **finally**, see [the docs](https://x.y) for a $1.

        | `a` | b |

        ## Wrong
        ```java
        lock.lock();

        **p = `1`;
        ```
        """;
    assertThat(PlainMarkdown.of(markdown)).isEqualTo("""
            LockNotReleased
            Call unlock() in finally, see the docs (https://x.y) for a $1.

            |  a  | b |

            WRONG
                lock.lock();

                **p = `1`;
            """);
  }
}
