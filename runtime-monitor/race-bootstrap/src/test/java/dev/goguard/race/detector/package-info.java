/** Hand-written and random traces against the rules, and the rules under stress. */
package dev.goguard.race.detector;
