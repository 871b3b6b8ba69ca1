/** The Java agent: instruments classes as they are loaded and watches what they do. */
package dev.goguard.agent;
