/**
 * Long work in numbered parts: on several threads, with the same result for any number of them, and where its points come from: a
 * stream of random bits for each part, or an even sequence.
 */
@NullMarked
package io.github.statecraft.internal.work;

import org.jspecify.annotations.NullMarked;
