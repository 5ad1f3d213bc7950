/**
 * How text enters and leaves the library, whatever it says: bytes to text, tables of comma-separated values, and the list
 * of all problems that were met on the way. Not exported. The floors decide what the cells mean.
 */
@NullMarked
package io.github.statecraft.internal.input;

import org.jspecify.annotations.NullMarked;
