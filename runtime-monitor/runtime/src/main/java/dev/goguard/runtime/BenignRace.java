package dev.goguard.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A race that is meant: GoGuard's race detector does not check it.
 *
 * <p>On a field, accesses of that field are not checked, wherever they are made; the elements of an
 * array in it are. On a method or constructor, what its code and its lambdas access is not checked,
 * what the methods it calls access is. On a type, this holds for each of its methods and
 * constructors, not for nested types.
 *
 * <p>What the code synchronizes is followed all the same.
 *
 * <p>{@snippet : @BenignRace("a statistic; a lost update does no harm") private int hits; }
 *
 * <p>Any annotation of this simple name counts if it is in the class file, so a project can declare
 * its own and need not depend on this module.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface BenignRace {
  /** Why the race does no harm. */
  String value();
}
