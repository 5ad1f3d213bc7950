/** Programs that show the library at work; none of this is part of its API. */
package io.github.statecraft.examples;
