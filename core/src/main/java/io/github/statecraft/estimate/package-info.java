/**
 * Floor 0: a number with its unit, what is known of its uncertainty, and the evidence it rests on.
 *
 * <p>An {@link io.github.statecraft.estimate.Observation} is one source's figure for one year. Several observations of one
 * quantity may disagree; all are kept, and a {@link io.github.statecraft.estimate.Reconciliation} turns them into one
 * {@link io.github.statecraft.estimate.Reading}. Nothing here knows what the number is about: that is the model's business.
 */
@EstimateStyle
@NullMarked
package io.github.statecraft.estimate;

import org.jspecify.annotations.NullMarked;
