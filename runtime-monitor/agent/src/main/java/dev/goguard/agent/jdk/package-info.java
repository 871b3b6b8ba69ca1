/** Makes the JDK's own classes tell the detector about the happens-before edges they promise. */
package dev.goguard.agent.jdk;
