/**
 * Floor 4: how far an answer depends on weights, data and method. The weights varied are those of one node's children, over a set
 * of weights. A share of weightings is no probability that something is true. Four wings, each with the type to start from:
 *
 * <ul>
 *   <li>exact, where a mean rises with what is linear in the weights: {@code WeightSpace}; pairs by {@code ExactShares}, regions and
 *       possible ranks by {@code RegionGeometry}, the nearest weights by {@code FlipSearch};
 *   <li>by sampling, with standard errors: {@code Smaa}; draws by {@code WeightSampler}, ranks by {@code TileRanks};
 *   <li>uncertain data: {@code DataUncertainty}; {@code TableDraws} draws tables, {@code Settling} takes data one by one;
 *   <li>uncertain method: {@code MethodDesign}, run by {@code MethodRuns}; its indices by {@code SobolAnalysis}.
 * </ul>
 */
@NullMarked
package io.github.statecraft.robustness;

import org.jspecify.annotations.NullMarked;
