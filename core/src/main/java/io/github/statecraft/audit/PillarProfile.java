package io.github.statecraft.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One pillar: whether its children measure one thing. All of it rests on the units that have a score on every child. A child
 * with a negative weight, which is subtracted or divided by, is taken with its scores multiplied by -1, in loadings too.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param pillar its id
 * @param children the ids of its children, in the order of the tree
 * @param alpha the coefficient of L. J. Cronbach, Psychometrika 16 (1951) 297-334, of scores as they are (raw):
 *     {@code k/(k-1) (1 - sum of variances / variance of the sum)}. It takes all children alike, whatever their weights. At most
 *     1; negative if children pull apart
 * @param standardisedAlpha the same of scores that are brought to one variance first: {@code k r / (1 + (k-1) r)} with r the mean
 *     correlation
 * @param eigenvalues of the correlation matrix, largest first, their sum the number of children; empty where not defined
 * @param firstShare the part of the variance that the first principal component explains, 0 to 1
 * @param loadings for each component of an eigenvalue above 1, at least one, the correlations of the children with it, by child
 *     id; empty for a component that is not unique because two eigenvalues are equal
 */
public record PillarProfile(
        String pillar,
        ImmutableList<String> children,
        Statistic alpha,
        Statistic standardisedAlpha,
        ImmutableList<Double> eigenvalues,
        Statistic firstShare,
        ImmutableList<ImmutableMap<String, Double>> loadings)
        implements Serializable {
    /** Eigenvalues that differ by less than this count as equal, and so do they and 1. */
    static final double EQUAL = 1e-9;

    /** Checks that nothing is null. */
    public PillarProfile {
        Objects.requireNonNull(pillar, "PillarProfile.pillar");
        Objects.requireNonNull(children, "PillarProfile.children");
        Objects.requireNonNull(alpha, "PillarProfile.alpha");
        Objects.requireNonNull(standardisedAlpha, "PillarProfile.standardisedAlpha");
        Objects.requireNonNull(eigenvalues, "PillarProfile.eigenvalues");
        Objects.requireNonNull(firstShare, "PillarProfile.firstShare");
        Objects.requireNonNull(loadings, "PillarProfile.loadings");
    }

    /**
     * How many principal components have an eigenvalue above 1, the rule of H. F. Kaiser, Educational and Psychological
     * Measurement 20 (1960) 141-151.
     *
     * @return a count; 0 where eigenvalues are not defined, and where all are 1
     */
    public int components() {
        return (int) eigenvalues.stream().filter(value -> value > 1 + EQUAL).count();
    }

    /** In words. */
    @Override
    public String toString() {
        return pillar + ": alpha " + alpha + ", standardised " + standardisedAlpha
                + "; the first principal component explains " + firstShare + ", eigenvalues "
                + (eigenvalues.isEmpty()
                        ? "not defined"
                        : eigenvalues.stream()
                                .map(value -> Numbers.fixed(value, 2))
                                .collect(Collectors.joining(", ")));
    }
}
