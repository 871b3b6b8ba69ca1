/**
 * Programs for the race detector: a comment above an access says which race it takes part in.
 *
 * <p>Every static method named {@code race…} or {@code noRace…} is a program. All lines of a
 * program with the same label take part in one race, which shows on every schedule; a program named
 * {@code noRace…} has none.
 */
package corpus.race;
