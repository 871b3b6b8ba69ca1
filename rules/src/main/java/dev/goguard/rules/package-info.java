/** The catalogue: every rule GoGuard knows, in one list. */
package dev.goguard.rules;
