package dev.goguard.agent;

import dev.goguard.agent.scope.ClassPattern;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code -javaagent:goguard-agent.jar=}, separated by commas.
 *
 * @param include {@code include=pattern:pattern}: the classes whose accesses are checked; none
 *     means all of the application's
 * @param exclude {@code exclude=pattern:pattern}: classes whose accesses are not checked, although
 *     what they do to synchronize is followed
 * @param haltOnError {@code halt_on_error=1}: the first race ends the program
 * @param exitCode {@code exitcode=66}: of a program that had races
 * @param logPath {@code log_path=file}: where races are told, instead of stderr
 * @param suppressions {@code suppressions=file}: races that are not told
 * @param sarif {@code sarif=file}: the races as SARIF
 * @param html {@code html=file}: the races as a page
 * @param sources {@code sources=dir:dir}: where report files look for source; none means the usual
 *     folders of a project
 * @param summary {@code summary=1}: numbers about the run at its end
 */
public record AgentOptions(
    List<ClassPattern> include,
    List<ClassPattern> exclude,
    boolean haltOnError,
    int exitCode,
    Optional<Path> logPath,
    Optional<Path> suppressions,
    Optional<Path> sarif,
    Optional<Path> html,
    List<Path> sources,
    boolean summary) {

  /** The exit code of a program that had races, unless another is asked for: Go's. */
  public static final int EXIT_CODE = 66;
}
