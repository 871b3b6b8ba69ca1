/** One check from request to verdict, shared by the command line and the build plugins. */
package dev.goguard.analysis.check;
