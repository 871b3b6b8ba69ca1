/** Detector state of objects that cannot carry it in fields of their own. */
package dev.goguard.race.shadow;
