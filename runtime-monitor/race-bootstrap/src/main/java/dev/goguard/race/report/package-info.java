/** What is told about a race: the record of it, what is told once only, and the text. */
package dev.goguard.race.report;
