/**
 * Long work in numbered parts: on several threads, with the same result for any number of them, and a stream of random bits for
 * each part.
 */
@NullMarked
package io.github.statecraft.internal.work;

import org.jspecify.annotations.NullMarked;
