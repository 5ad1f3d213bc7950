/** Programs that show the library at work, and what its shell adds to that of the JDK; none of this is part of its API. */
package io.github.statecraft.examples;
