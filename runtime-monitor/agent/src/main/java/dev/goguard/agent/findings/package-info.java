/** Races as findings of the analysis, so that its report files can be written of them. */
package dev.goguard.agent.findings;
