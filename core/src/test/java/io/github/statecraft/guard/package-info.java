/**
 * Tests that guard the shape of the library rather than its answers: which package may import which, what compiled code may
 * call so that the same input gives the same bits on every machine, and what the repository holds.
 */
package io.github.statecraft.guard;
