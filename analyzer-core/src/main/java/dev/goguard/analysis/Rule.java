package dev.goguard.analysis;

/**
 * Looks for one kind of bug. Stateless: one instance serves every run and every thread.
 *
 * <p>A rule asks the {@link Pass} and tells it; it reads no files, prints nothing and knows no
 * front end. Its document, in Markdown, is a resource beside its class, called by the rule's name.
 */
public interface Rule {
  RuleInfo info();

  /** Reports every instance of the bug in the program of this pass. */
  void run(Pass pass);
}
