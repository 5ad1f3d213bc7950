package io.github.statecraft.audit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.numerics.Correlation;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.numerics.Statistics.Denominator;
import io.github.statecraft.internal.numerics.SymmetricEigen;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Pillar;
import java.util.Arrays;

/** Whether the children of one pillar measure one thing: Cronbach's alpha and principal components, of complete cases. */
final class Consistency {
    private final String pillar;
    private final ImmutableList<String> children;
    /** Children x units, each child taken with the sign with which it enters the aggregate. */
    private final double[][] scores;

    private Consistency(String pillar, ImmutableList<String> children, double[][] scores) {
        this.pillar = pillar;
        this.children = children;
        this.scores = scores;
    }

    static PillarProfile of(Pillar pillar, AuditScores scores) {
        ImmutableList<String> children =
                pillar.children().stream().map(IndexNode::id).collect(toImmutableList());
        double[][] cases = scores.completeCases(children);
        for (int i = 0; i < cases.length; i++) {
            int sign = Signs.intoAggregate(pillar.children().get(i));
            cases[i] = Arrays.stream(cases[i]).map(x -> sign * x).toArray();
        }
        return new Consistency(pillar.id(), children, cases).profile();
    }

    private PillarProfile profile() {
        int units = scores[0].length;
        String whyNot = whyNot(units);
        if (!whyNot.isEmpty()) {
            Statistic none = Statistic.undefined(whyNot, units);
            return new PillarProfile(pillar, children, none, none, ImmutableList.of(), none, ImmutableList.of());
        }
        double[][] correlations = correlations();
        SymmetricEigen eigen = SymmetricEigen.of(correlations);
        ImmutableList.Builder<Double> values = ImmutableList.builder();
        ImmutableList.Builder<ImmutableMap<String, Double>> loadings = ImmutableList.builder();
        for (int k = 0; k < eigen.size(); k++) {
            values.add(Math.max(0, eigen.value(k)));
            if (k == 0 || eigen.value(k) > 1 + PillarProfile.EQUAL) {
                loadings.add(loadings(eigen, k));
            }
        }
        return new PillarProfile(
                pillar,
                children,
                alpha(),
                standardisedAlpha(correlations),
                values.build(),
                Statistic.of(Math.min(1, eigen.value(0) / eigen.size()), units),
                loadings.build());
    }

    private String whyNot(int units) {
        if (children.size() < 2) {
            return "only one child";
        }
        if (units < StatisticalAudit.FEWEST_UNITS) {
            return "fewer than " + StatisticalAudit.FEWEST_UNITS + " units have all children";
        }
        for (int i = 0; i < scores.length; i++) {
            if (AuditScores.isConstant(scores[i])) {
                return children.get(i) + " is constant";
            }
        }
        return "";
    }

    private Statistic alpha() {
        int units = scores[0].length;
        double[] sums = new double[units];
        for (int unit = 0; unit < units; unit++) {
            int row = unit;
            sums[unit] = ExactSum.of(
                    Arrays.stream(scores).mapToDouble(child -> child[row]).toArray());
        }
        double[] variances = Arrays.stream(scores)
                .mapToDouble(child -> Statistics.variance(child, Denominator.SAMPLE))
                .toArray();
        double within = ExactSum.of(variances);
        double whole = Statistics.variance(sums, Denominator.SAMPLE);
        return whole <= within * PillarProfile.EQUAL
                ? Statistic.undefined("the sum of its children is constant", units)
                : Statistic.of(factor() * (1 - within / whole), units);
    }

    private Statistic standardisedAlpha(double[][] correlations) {
        int k = children.size();
        ExactSum sum = new ExactSum();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                sum.add(correlations[i][j]);
            }
        }
        double whole = k + 2 * sum.value();
        return whole <= k * PillarProfile.EQUAL
                ? Statistic.undefined("the sum of its children is constant", scores[0].length)
                : Statistic.of(factor() * (1 - k / whole), scores[0].length);
    }

    private double factor() {
        return children.size() / (children.size() - 1.0);
    }

    private double[][] correlations() {
        int k = scores.length;
        double[][] correlations = new double[k][k];
        for (int i = 0; i < k; i++) {
            correlations[i][i] = 1;
            for (int j = 0; j < i; j++) {
                correlations[i][j] = Correlation.pearson(scores[i], scores[j]);
                correlations[j][i] = correlations[i][j];
            }
        }
        return correlations;
    }

    private ImmutableMap<String, Double> loadings(SymmetricEigen eigen, int k) {
        boolean isUnique = (k == 0 || eigen.value(k - 1) - eigen.value(k) > PillarProfile.EQUAL)
                && (k + 1 == eigen.size() || eigen.value(k) - eigen.value(k + 1) > PillarProfile.EQUAL);
        ImmutableMap.Builder<String, Double> loadings = ImmutableMap.builder();
        if (isUnique) {
            double root = Math.sqrt(Math.max(0, eigen.value(k)));
            for (int i = 0; i < children.size(); i++) {
                loadings.put(children.get(i), eigen.vector(k).get(i) * root);
            }
        }
        return loadings.buildOrThrow();
    }
}
