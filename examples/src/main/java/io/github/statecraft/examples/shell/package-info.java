/** The shell of a policy researcher: what is imported at its start, help on types and names, and files of Java that run. */
package io.github.statecraft.examples.shell;
