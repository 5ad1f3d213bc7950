/**
 * The arithmetic that the rest of the library stands on: correctly rounded sums, statistics of columns, the normal
 * distribution and its two-piece relative, the triangular distribution, the logarithmic mean, a logarithm, rounding that still
 * adds up, eigenvalues of symmetric matrices, and linear programmes.
 *
 * <p>Everything here gives the same bits on every Java runtime. Of {@link java.lang.Math} only operations that IEEE 754
 * defines to the last bit are used; exponentials and logarithms come from {@link java.lang.StrictMath}.
 *
 * <p>The functions know nothing of strategies or scores. Arguments out of range are refused with an
 * {@link java.lang.IllegalArgumentException} that names the value; nothing is clamped silently. Not exported.
 */
@NullMarked
package io.github.statecraft.internal.numerics;

import org.jspecify.annotations.NullMarked;
