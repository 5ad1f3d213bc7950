/**
 * Floor 2: the composite-indicator engine. An {@link io.github.statecraft.score.IndicatorTable} of units and indicators and a
 * {@link io.github.statecraft.score.ScoringFramework}, which is data, make a {@link io.github.statecraft.score.ScoreTable};
 * from it come a {@link io.github.statecraft.score.Ranking} and, for each unit, a
 * {@link io.github.statecraft.score.Scorecard} whose contributions add up to the score.
 *
 * <p>The order of steps is that of the OECD/JRC Handbook on Constructing Composite Indicators (2008), and fixed by the types
 * of {@link io.github.statecraft.score.method}: select, denominate, screen, impute, treat, normalise, weight, aggregate, rank.
 * What methods take from data is taken once, from a reference, by a {@link io.github.statecraft.score.FittedFramework}; the
 * reference is the scored table itself, or another that is frozen, as for an {@link io.github.statecraft.score.IndicatorPanel}.
 * Each {@link io.github.statecraft.score.Step} can be looked at as a table. Either every step runs or nothing is scored.
 */
@ScoreStyle
@NullMarked
package io.github.statecraft.score;

import org.jspecify.annotations.NullMarked;
