/** What a rule sees and says, and the driver that runs rules over a program. */
package dev.goguard.analysis;
