/** Which classes are watched, and which are left alone and why. */
package dev.goguard.agent.scope;
