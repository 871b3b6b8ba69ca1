/** Instruments application classes at load time: accesses, monitors and calling contexts. */
package dev.goguard.agent.transform;
