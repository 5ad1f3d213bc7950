/**
 * What every floor of the library shares: the exception that reports the problems of a file, and how long work tells how far it
 * is. Imports nothing.
 */
@NullMarked
package io.github.statecraft;

import org.jspecify.annotations.NullMarked;
