/** Rewrites calls of JDK methods that read, write or synchronize what no field access shows. */
package dev.goguard.agent.transform.call;
