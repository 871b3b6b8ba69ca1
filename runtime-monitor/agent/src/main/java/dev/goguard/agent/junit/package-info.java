/** Fails the JUnit tests in which races happened; found by JUnit itself when the agent is there. */
package dev.goguard.agent.junit;
