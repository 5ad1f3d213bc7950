/**
 * Floor 2, lower half: how each step of an index is done, as data without behaviour. One sealed type a step, in the order of
 * the steps: {@link io.github.statecraft.score.method.Denomination},
 * {@link io.github.statecraft.score.method.Imputation}, {@link io.github.statecraft.score.method.Treatment},
 * {@link io.github.statecraft.score.method.Normalisation}, {@link io.github.statecraft.score.method.MissingDataPolicy},
 * {@link io.github.statecraft.score.method.Weighting}, {@link io.github.statecraft.score.method.Aggregation}. Where the
 * literature has variants of a method, each has its name here. The engine that carries them out is the package above,
 * {@code io.github.statecraft.score}.
 */
@NullMarked
package io.github.statecraft.score.method;

import org.jspecify.annotations.NullMarked;
