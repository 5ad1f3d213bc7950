package io.github.statecraft.score.method;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/**
 * Where the weights of a pillar's children come from. Weights that are computed are computed from the scores of the children
 * (on the common scale, so that more is better), over the units of the reference that hold a rank and have all of them; they
 * are the same for every unit but for {@link BenefitOfTheDoubt}. A method that computes them leaves the stated weights
 * aside. Methods are immutable and thread-safe.
 *
 * <p>Source of the methods where none is named: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, pages 31-33
 * and 89-101.
 */
public sealed interface Weighting extends Serializable {
    /** The weights that the children state; only ratios count. */
    record Stated() implements Weighting {
        @Override
        public String toString() {
            return "stated weights";
        }
    }

    /** The same weight for each child. */
    record Equal() implements Weighting {
        @Override
        public String toString() {
            return "equal weights";
        }
    }

    /**
     * Shannon's entropy: what is spread unevenly over the units weighs more. With p the part of a score in the sum of its
     * column, the weight is proportional to {@code 1 + sum(p ln p) / ln n}. Scores must not be negative. Source: C. L. Hwang
     * and K. Yoon, Multiple Attribute Decision Making, Springer 1981, pages 52-54.
     */
    record Entropy() implements Weighting {
        @Override
        public String toString() {
            return "entropy weights";
        }
    }

    /**
     * Criteria importance through intercriteria correlation: standard deviation times the sum of one minus the correlation
     * with each other child, on scores brought to 0 to 1 by min-max. Source: D. Diakoulaki, G. Mavrotas and L.
     * Papayannakis, Computers and Operations Research 22 (1995) 763-770.
     */
    record Critic() implements Weighting {
        @Override
        public String toString() {
            return "CRITIC weights";
        }
    }

    /**
     * By the standard deviation of the scores.
     *
     * @param inverse false: proportional to it, so that what tells units apart weighs more; true: proportional to one over
     *     it, so that a point is worth the same spread everywhere, as in the Global Gender Gap Index
     */
    record StandardDeviation(boolean inverse) implements Weighting {
        @Override
        public String toString() {
            return inverse ? "weights by one over the standard deviation" : "weights by the standard deviation";
        }
    }

    /** Which weights are taken from a principal component analysis of the correlations. */
    enum Components {
        /** Loadings of the first component over their sum: COINr's get_PCA. Loadings of both signs are refused. */
        FIRST,
        /** Squared loadings of the first component, which sum to one. */
        FIRST_SQUARED,
        /**
         * Components with an eigenvalue above one (at least one), rotated by varimax; each child takes its largest squared
         * loading, scaled within its component, times the component's part of the explained variance: G. Nicoletti, S.
         * Scarpetta and O. Boylaud, OECD Economics Department Working Paper 226 (2000), and the Handbook, pages 89-91.
         */
        ROTATED
    }

    /**
     * By a principal component or factor analysis of the correlations of the children's scores.
     *
     * @param components which weights
     */
    record PrincipalComponents(Components components) implements Weighting {
        /** Checks that it says which. */
        public PrincipalComponents {
            Objects.requireNonNull(components, "Weighting.PrincipalComponents.components");
        }

        @Override
        public String toString() {
            return switch (components) {
                case FIRST -> "weights by the loadings of the first principal component";
                case FIRST_SQUARED -> "weights by the squared loadings of the first principal component";
                case ROTATED -> "weights by rotated factors";
            };
        }
    }

    /** How priorities follow from comparisons in pairs. */
    enum Priorities {
        /** The principal eigenvector: T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill 1980. */
        EIGENVECTOR,
        /** Geometric means of the rows: G. Crawford and C. Williams, J. Mathematical Psychology 29 (1985) 387-405. */
        GEOMETRIC_MEAN
    }

    /**
     * The analytic hierarchy process: weights from judgements of each pair of children.
     *
     * @param children ids of the children in the order of rows and columns
     * @param judgements children x children, how many times the row matters as much as the column; positive, reciprocal, with
     *     ones on the diagonal; at most 15 rows, since Saaty's random indices end there
     * @param priorities how priorities follow
     * @param maximumInconsistency the consistency ratio above which judgements are refused; Saaty's rule of thumb is 0.1
     */
    record AnalyticHierarchy(
            ImmutableList<String> children,
            ImmutableList<ImmutableList<Double>> judgements,
            Priorities priorities,
            double maximumInconsistency)
            implements Weighting {
        /** Saaty's rule of thumb for the consistency ratio. */
        public static final double RULE_OF_THUMB = 0.1;

        /** Checks that the matrix is square and the limit not negative; judgements are checked when they are used. */
        public AnalyticHierarchy {
            Objects.requireNonNull(priorities, "Weighting.AnalyticHierarchy.priorities");
            if (!(maximumInconsistency >= 0)) {
                throw new IllegalArgumentException(
                        "Weighting.AnalyticHierarchy.maximumInconsistency must not be negative but was "
                                + Numbers.shortest(maximumInconsistency));
            }
            maximumInconsistency += 0.0;
            for (ImmutableList<Double> row : judgements) {
                if (row.size() != children.size() || judgements.size() != children.size()) {
                    throw new IllegalArgumentException("Weighting.AnalyticHierarchy.judgements must have a row and a "
                            + "column for each of the " + children.size() + " children but had " + judgements.size()
                            + " rows, one of " + row.size() + " columns");
                }
            }
        }

        @Override
        public String toString() {
            return "weights by comparisons in pairs"
                    + (priorities == Priorities.EIGENVECTOR ? "" : " (geometric means)");
        }
    }

    /**
     * Benefit of the doubt: to each unit the weights that are best for it, such that with the same weights no unit of the
     * reference scores above the upper end of the range that all children share (100 if they share none), which best practice
     * scores to the last bit; other scores are accurate to 1e-7. A unit that is not in the reference is bounded by it and by
     * itself. Needs an arithmetic mean (here a weighted sum, whose weights need not sum to one) and scores that are not
     * negative. Source: L. Cherchye, W. Moesen, N. Rogge and T. Van Puyenbroeck, Social Indicators Research 82 (2007) 111-145;
     * pie shares after the same.
     *
     * @param lowestShare the least part of the score that each child must give, from 0
     * @param highestShare the greatest part of the score that a child may give, to 1
     */
    record BenefitOfTheDoubt(double lowestShare, double highestShare) implements Weighting {
        /** Checks the shares. */
        public BenefitOfTheDoubt {
            if (!(lowestShare >= 0 && highestShare <= 1 && lowestShare < highestShare)) {
                throw new IllegalArgumentException(
                        "Weighting.BenefitOfTheDoubt must have 0 <= lowestShare < highestShare <= 1 but was "
                                + Numbers.shortest(lowestShare) + " to " + Numbers.shortest(highestShare));
            }
            lowestShare += 0.0;
        }

        @Override
        public String toString() {
            return "weights by benefit of the doubt"
                    + (lowestShare == 0 && highestShare == 1
                            ? ""
                            : ", each giving " + Numbers.shortest(100 * lowestShare) + " % to "
                                    + Numbers.shortest(100 * highestShare) + " %");
        }
    }

    /**
     * The stated weights.
     *
     * @return the method
     */
    static Weighting stated() {
        return new Stated();
    }

    /**
     * Equal weights.
     *
     * @return the method
     */
    static Weighting equal() {
        return new Equal();
    }

    /**
     * Weights by entropy.
     *
     * @return the method
     */
    static Weighting entropy() {
        return new Entropy();
    }

    /**
     * Weights by standard deviation and correlation.
     *
     * @return the method
     */
    static Weighting critic() {
        return new Critic();
    }

    /**
     * Weights proportional to the standard deviation.
     *
     * @return the method
     */
    static Weighting standardDeviation() {
        return new StandardDeviation(false);
    }

    /**
     * Weights by a principal component analysis.
     *
     * @param components which
     * @return the method
     */
    static Weighting principalComponents(Components components) {
        return new PrincipalComponents(components);
    }

    /**
     * Weights by judgements of each pair, refused above {@link AnalyticHierarchy#RULE_OF_THUMB}.
     *
     * @param children ids of the children in the order of rows and columns
     * @param judgements children x children
     * @return the method
     * @throws IllegalArgumentException if the matrix is not square
     */
    static Weighting analyticHierarchy(
            ImmutableList<String> children, ImmutableList<ImmutableList<Double>> judgements) {
        return new AnalyticHierarchy(children, judgements, Priorities.EIGENVECTOR, AnalyticHierarchy.RULE_OF_THUMB);
    }

    /**
     * To each unit the weights that are best for it.
     *
     * @return the method
     */
    static Weighting benefitOfTheDoubt() {
        return new BenefitOfTheDoubt(0, 1);
    }
}
