/**
 * What a reader said of the findings on real libraries, and how it compares with what is found
 * today.
 */
package dev.goguard.cli.ruling;
