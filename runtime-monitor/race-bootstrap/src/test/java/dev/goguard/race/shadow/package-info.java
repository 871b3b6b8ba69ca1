/** Identity tables under several threads. */
package dev.goguard.race.shadow;
