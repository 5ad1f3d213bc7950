/** Benchmarks: run by hand and by the gate, part of no artifact. */
@NullMarked
package io.github.statecraft.benchmark;

import org.jspecify.annotations.NullMarked;
