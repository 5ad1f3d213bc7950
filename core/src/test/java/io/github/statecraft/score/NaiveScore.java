package io.github.statecraft.score;

import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The definitions of the Handbook, written down once more without any care for speed: goalposts, weighted arithmetic means in
 * 60 decimal digits, weighted geometric means as products of powers, and the two rules for missing data.
 */
public final class NaiveScore {
    private static final MathContext DIGITS = new MathContext(60);

    private final IndicatorTable table;
    private final String unit;
    private final MissingDataPolicy policy;

    private NaiveScore(IndicatorTable table, String unit, MissingDataPolicy policy) {
        this.table = table;
        this.unit = unit;
        this.policy = policy;
    }

    /** The score of a unit; empty if it has too little data. */
    public static Optional<BigDecimal> of(ScoringFramework framework, IndicatorTable table, String unit) {
        NaiveScore naive = new NaiveScore(table, unit, framework.missing());
        if (framework.missing() instanceof MissingDataPolicy.Reweight rule
                && rule.scope() == MissingDataPolicy.Scope.OVERALL
                && naive.coverage(framework.index()).doubleValue() < rule.minimumShare()) {
            return Optional.empty();
        }
        return naive.score(framework.index());
    }

    /** The part of the stated weight below a node that has a score. */
    private BigDecimal coverage(IndexNode node) {
        if (score(node).isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (!(node instanceof Pillar pillar)) {
            return BigDecimal.ONE;
        }
        BigDecimal covered = BigDecimal.ZERO;
        for (IndexNode child : pillar.children()) {
            covered = covered.add(weight(child).multiply(coverage(child), DIGITS));
        }
        return covered.divide(total(pillar.children()), DIGITS);
    }

    private Optional<BigDecimal> score(IndexNode node) {
        if (node instanceof Indicator leaf) {
            return table.value(unit, leaf.indicator()).stream()
                    .mapToObj(value -> normalised(leaf, value))
                    .findFirst();
        }
        Pillar pillar = (Pillar) node;
        List<IndexNode> there = new ArrayList<>();
        for (IndexNode child : pillar.children()) {
            if (score(child).isPresent()) {
                there.add(child);
            }
        }
        BigDecimal weight = total(there);
        boolean enough = there.size() == pillar.children().size();
        if (policy instanceof MissingDataPolicy.Reweight rule) {
            double share = weight.divide(total(pillar.children()), DIGITS).doubleValue();
            enough = weight.signum() > 0
                    && (rule.scope() == MissingDataPolicy.Scope.OVERALL || share >= rule.minimumShare());
        }
        if (!enough) {
            return Optional.empty();
        }
        return Optional.of(
                pillar.aggregation() instanceof Aggregation.Geometric ? product(there, weight) : mean(there, weight));
    }

    private BigDecimal mean(List<IndexNode> children, BigDecimal total) {
        BigDecimal sum = BigDecimal.ZERO;
        for (IndexNode child : children) {
            sum = sum.add(weight(child).multiply(score(child).orElseThrow(), DIGITS));
        }
        return sum.divide(total, DIGITS);
    }

    private BigDecimal product(List<IndexNode> children, BigDecimal total) {
        double product = 1;
        for (IndexNode child : children) {
            double share = weight(child).divide(total, DIGITS).doubleValue();
            product *= Math.pow(score(child).orElseThrow().doubleValue(), share);
        }
        return new BigDecimal(product);
    }

    private static BigDecimal normalised(Indicator leaf, double value) {
        Normalisation.Goalposts posts = (Normalisation.Goalposts) leaf.normalisation();
        BigDecimal low = new BigDecimal(posts.low());
        BigDecimal high = new BigDecimal(posts.high());
        BigDecimal x = new BigDecimal(value);
        BigDecimal distance = leaf.direction() == Direction.HIGHER_IS_BETTER ? x.subtract(low) : high.subtract(x);
        return distance.movePointRight(2).divide(high.subtract(low), DIGITS);
    }

    private static BigDecimal weight(IndexNode node) {
        return new BigDecimal(node.weight());
    }

    private static BigDecimal total(List<IndexNode> nodes) {
        return nodes.stream().map(NaiveScore::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
