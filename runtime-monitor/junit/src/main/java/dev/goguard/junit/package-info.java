/** Turns what the monitor sees during a test into the failure of that test. */
package dev.goguard.junit;
