/** Where source comes from: files, archives, class paths, JDKs, and the tokens of a file. */
package dev.goguard.analysis.source;
