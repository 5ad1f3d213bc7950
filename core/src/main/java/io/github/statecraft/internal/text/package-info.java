/**
 * Plain text for people: numbers as decimals, and tables for a terminal.
 *
 * <p>Every {@code toString} of a result is made of these two, so that numbers look alike wherever they are printed. The
 * text is the same on every Java runtime and under every default locale: decimals are made from the exact binary value
 * by {@link java.math.BigDecimal}, never by {@link java.lang.Double#toString(double)}, whose digits differ between Java
 * 17 and 25.
 *
 * <p>Nothing here prints. Lines end in {@code '\n'}, none ends in a space, none is wider than 100 code points. Not
 * exported.
 */
@NullMarked
package io.github.statecraft.internal.text;

import org.jspecify.annotations.NullMarked;
