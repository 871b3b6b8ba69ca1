/** Tests of hooks that decide by what the hooked method has returned. */
package dev.goguard.race.bootstrap;
