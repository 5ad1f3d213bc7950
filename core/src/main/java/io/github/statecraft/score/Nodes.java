package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.PrintedScale;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import java.util.Optional;

/** What indicators and pillars have in common. */
final class Nodes {
    private Nodes() {}

    static void check(String owner, IndexNode node) {
        if (node.id().isBlank()) {
            throw new IllegalArgumentException(owner + ".id must not be blank");
        }
        if (node.label().isBlank()) {
            throw new IllegalArgumentException(owner + " " + node.id() + ": label must not be blank");
        }
        if (!Double.isFinite(node.weight())) {
            throw new IllegalArgumentException(
                    owner + " " + node.id() + ": weight must be finite but was " + Numbers.shortest(node.weight()));
        }
    }

    /** Checks that direction and range mean something beside a normalisation. */
    static void check(String owner, Normalisation normalisation, Direction direction, OutputRange range) {
        boolean turns = !(normalisation instanceof Normalisation.OrdinalMap
                || normalisation instanceof Normalisation.AsIs
                || normalisation instanceof Normalisation.Categorical
                || normalisation instanceof Normalisation.PiecewiseLinear);
        if (!turns && direction != Direction.HIGHER_IS_BETTER) {
            throw new IllegalArgumentException(owner + ": the scores of "
                    + (normalisation instanceof Normalisation.OrdinalMap
                            ? "an ordinal map"
                            : "\"" + normalisation + "\"")
                    + " say which way is good; direction must be HIGHER_IS_BETTER");
        }
        boolean maps = turns && hasRange(normalisation);
        if (!maps && !range.equals(OutputRange.HUNDRED)) {
            throw new IllegalArgumentException(
                    owner + ": \"" + normalisation + "\" states its scores itself; leave out the range " + range);
        }
    }

    /** Which child has which number in a message, in brackets. */
    static String numbered(String... ids) {
        StringBuilder text = new StringBuilder(" (");
        for (int i = 0; i < ids.length; i++) {
            text.append(i == 0 ? "child " : ", ").append(i + 1).append(" is ").append(ids[i]);
        }
        return text.append(')').toString();
    }

    /** Whether scores lie on a range, if they are not extended beyond; other methods state their scores themselves. */
    private static boolean hasRange(Normalisation normalisation) {
        return !(normalisation instanceof Normalisation.AsIs
                || normalisation instanceof Normalisation.ZScore
                || normalisation instanceof Normalisation.Rank
                || normalisation instanceof Normalisation.Borda
                || normalisation instanceof Normalisation.Categorical
                || normalisation instanceof Normalisation.PiecewiseLinear);
    }

    /** The ranges of indicators and rescaled pillars; none if a node states its scores itself or the root is rescaled. */
    static ImmutableSet<OutputRange> ranges(Pillar index) {
        ImmutableSet.Builder<OutputRange> ranges = ImmutableSet.builder();
        if (index.normalisation().isPresent()) {
            return ImmutableSet.of();
        }
        for (IndexNode node : all(index)) {
            Optional<Normalisation> method = node instanceof Pillar pillar
                    ? pillar.normalisation()
                    : Optional.of(((Indicator) node).normalisation());
            if (method.filter(m -> !hasRange(m)).isPresent()) {
                return ImmutableSet.of();
            }
            method.ifPresent(m -> ranges.add(node instanceof Pillar p ? p.range() : ((Indicator) node).range()));
        }
        return ranges.build();
    }

    /**
     * How scores under a framework are printed.
     *
     * @param width how far apart the scores that are printed are, which decides if they lie on no range
     */
    static PrintedScale printedScale(ScoringFramework framework, double width) {
        ImmutableSet<OutputRange> ranges = framework.outputRanges();
        return PrintedScale.of(
                ranges.stream().mapToDouble(OutputRange::low).toArray(),
                ranges.stream().mapToDouble(OutputRange::high).toArray(),
                width);
    }

    /**
     * What best practice scores under benefit of the doubt: the upper end of the range that all children share, 100 if they
     * share none.
     */
    static double bestPractice(Pillar pillar) {
        double[] ends = pillar.children().stream()
                .mapToDouble(Nodes::upperEnd)
                .distinct()
                .toArray();
        return ends.length == 1 && ends[0] > 0 ? ends[0] : OutputRange.HUNDRED.high();
    }

    /** The upper end of the range of a node; of a pillar that is not rescaled that of its children. */
    private static double upperEnd(IndexNode node) {
        if (node instanceof Indicator indicator) {
            return indicator.range().high();
        }
        Pillar pillar = (Pillar) node;
        return pillar.normalisation().isPresent() ? pillar.range().high() : bestPractice(pillar);
    }

    static boolean isMinusZero(double weight) {
        return weight == 0 && 1 / weight < 0;
    }

    /** The node and everything below it, parents before children. */
    static ImmutableList<IndexNode> all(IndexNode node) {
        ImmutableList.Builder<IndexNode> all = ImmutableList.builder();
        collect(node, all);
        return all.build();
    }

    private static void collect(IndexNode node, ImmutableList.Builder<IndexNode> all) {
        all.add(node);
        if (node instanceof Pillar pillar) {
            pillar.children().forEach(child -> collect(child, all));
        }
    }
}
