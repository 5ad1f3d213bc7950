/**
 * Floor 2: the composite-indicator engine. An {@link io.github.statecraft.score.IndicatorTable} of units and indicators and a
 * {@link io.github.statecraft.score.ScoringFramework}, which is data, make a {@link io.github.statecraft.score.ScoreTable};
 * from it come a {@link io.github.statecraft.score.Ranking} and, for each unit, a
 * {@link io.github.statecraft.score.Scorecard} whose contributions add up to the score.
 *
 * <p>The order of steps is that of the OECD/JRC Handbook on Constructing Composite Indicators (2008): select, denominate,
 * screen, normalise, weight, aggregate, rank. Everything is scored on a scale whose good end is 100.
 */
@ScoreStyle
@NullMarked
package io.github.statecraft.score;

import org.jspecify.annotations.NullMarked;
