/** Calling contexts: a number for each way to reach an access, and the stack that belongs to it. */
package dev.goguard.race.context;
