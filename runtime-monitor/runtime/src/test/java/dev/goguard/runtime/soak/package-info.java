/** Everything at once, for a minute: very many goroutines that do random things. */
package dev.goguard.runtime.soak;
