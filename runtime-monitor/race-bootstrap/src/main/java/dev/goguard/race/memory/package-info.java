/** Memory access below the JDK's concurrency classes, which call the detector themselves. */
package dev.goguard.race.memory;
