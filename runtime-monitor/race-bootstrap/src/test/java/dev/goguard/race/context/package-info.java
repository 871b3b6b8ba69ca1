/** How contexts are numbered and bounded. */
package dev.goguard.race.context;
