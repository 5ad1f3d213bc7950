/**
 * Floor 4: how far an answer depends on weights, data and method. The weights varied are those of one node's children. Where the
 * score is linear in them (as it is, or through logarithms or powers), {@link WeightSpace} answers exactly: who is ahead of whom
 * under what share of all weightings, who is first, between which ranks each unit lies, the smallest change of weights that turns
 * two units round. Smaa answers by sampling, with standard errors, whatever is asked of ranks, also where data is
 * missing or uncertain. DataUncertainty draws the data, MethodDesign varies the method. A share of weightings is
 * no probability that something is true.
 */
@NullMarked
package io.github.statecraft.robustness;

import org.jspecify.annotations.NullMarked;
