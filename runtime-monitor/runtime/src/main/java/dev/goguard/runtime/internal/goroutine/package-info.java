/** What a goroutine is: its number, its thread and its life. */
package dev.goguard.runtime.internal.goroutine;
