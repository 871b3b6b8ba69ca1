/** What becomes of races in this process: told, suppressed, written to files, counted. */
package dev.goguard.agent.report;
