package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** The hash behind {@link ScoringFramework#fingerprint()}: a canonical walk through everything that bears on scores. */
final class Fingerprint {
    /** How many digits results print. */
    static final int SHOWN = 12;

    /** Changes whenever the walk or the meaning of a method changes. */
    private static final String FORMAT = "statecraft/fingerprint/1";

    private final Hasher hasher = Hashing.sha256().newHasher();

    private Fingerprint() {}

    static String of(ScoringFramework framework) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.put(FORMAT);
        fingerprint.put(framework.id());
        fingerprint.put(framework.version());
        fingerprint.put(framework.scaleBasis().name());
        fingerprint.put(framework.missing());
        fingerprint.put(framework.index().withWeight(1)); // the weight of the root counts for nothing
        return fingerprint.hasher.hash().toString();
    }

    private void put(IndexNode node) {
        put(node.id());
        put(node.weight());
        if (node instanceof Pillar pillar) {
            put("pillar");
            put(pillar.aggregation());
            ImmutableList<IndexNode> children =
                    ImmutableList.sortedCopyOf(Comparator.comparing(IndexNode::id), pillar.children());
            hasher.putInt(children.size());
            children.forEach(this::put);
        } else if (node instanceof Indicator indicator) {
            put("indicator");
            put(indicator.indicator());
            put(indicator.direction().name());
            put(indicator.normalisation());
            hasher.putBoolean(indicator.denomination().isPresent());
            indicator.denomination().ifPresent(this::put);
        }
    }

    private void put(Denomination denomination) {
        put(denomination.operation().name());
        put(denomination.indicator());
        put(denomination.unitSize());
    }

    private void put(Aggregation aggregation) {
        if (aggregation instanceof Aggregation.Geometric geometric) {
            put("geometric");
            put(geometric.baseline());
        } else {
            put("arithmetic");
        }
    }

    private void put(MissingDataPolicy policy) {
        if (policy instanceof MissingDataPolicy.Reweight reweight) {
            put("re-weight");
            put(reweight.minimumShare());
            put(reweight.scope().name());
        } else {
            put("strict");
        }
    }

    private void put(Normalisation normalisation) {
        if (normalisation instanceof Normalisation.Goalposts goalposts) {
            put("goalposts");
            put(goalposts.low());
            put(goalposts.high());
            put(goalposts.outOfRange().name());
        } else if (normalisation instanceof Normalisation.LogGoalposts goalposts) {
            put("log-goalposts");
            put(goalposts.low());
            put(goalposts.high());
            put(goalposts.outOfRange().name());
        } else if (normalisation instanceof Normalisation.OrdinalMap map) {
            put("ordinal-map");
            hasher.putInt(map.levels().size());
            map.levels().forEach((level, score) -> {
                put(level);
                put(score);
            });
        } else {
            put("min-max");
        }
    }

    private void put(String text) {
        hasher.putInt(text.length());
        hasher.putString(text, StandardCharsets.UTF_8);
    }

    private void put(double number) {
        hasher.putLong(Double.doubleToLongBits(number + 0.0));
    }
}
