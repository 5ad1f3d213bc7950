package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far one unit is ahead of another, as a function of the data behind the two scores. Immutable. */
final class GapModel {
    private final ScoreTable scored;
    private final TableDraws draws;
    private final String unit;
    private final String other;

    private GapModel(ScoreTable scored, String unit, String other) {
        this.scored = scored;
        this.unit = unit;
        this.other = other;
        draws = TableDraws.of(scored, ImmutableSet.of(unit, other));
    }

    /**
     * A model of the gap.
     *
     * @throws IllegalArgumentException if a unit is not there, holds no rank or has no score, or both are one
     */
    static GapModel of(ScoreTable scored, String unit, String other) {
        for (String id : List.of(unit, other)) {
            if (!scored.table().isRanked(id)) {
                throw new IllegalArgumentException("DataUncertainty: " + Problems.quote(id) + " holds no rank");
            }
            if (scored.score(id).isEmpty()) {
                throw new IllegalArgumentException("DataUncertainty: " + Problems.quote(id) + " has no score under "
                        + scored.framework().id() + ": " + scored.unscored().get(id));
            }
        }
        if (unit.equals(other)) {
            throw new IllegalArgumentException(
                    "DataUncertainty: the gap is between two units but both were " + Problems.quote(unit));
        }
        return new GapModel(scored, unit, other);
    }

    ScoreTable scored() {
        return scored;
    }

    String unit() {
        return unit;
    }

    String other() {
        return other;
    }

    /** What bears on the gap, and how it is drawn. */
    TableDraws draws() {
        return draws;
    }

    /** All values of the two units, and the uncertain ones of others where the method looks at them. */
    ImmutableList<Datum> data() {
        return draws.data().stream()
                .filter(datum -> isOwn(datum) || datum.isUncertain())
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether a value is one of the two units. */
    boolean isOwn(Datum datum) {
        return datum.unit().equals(unit) || datum.unit().equals(other);
    }

    /** The columns that one of the two lacks. */
    ImmutableList<String> missing(String id) {
        return scored.framework().columns().stream()
                .filter(column -> scored.table().value(id, column).isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    /** The scores with another value. */
    ScoreTable scores(Datum datum, double value) {
        return scored.supposing(draws.base().withValue(datum.unit(), datum.indicator(), value));
    }

    /** The gap in some scores, in points: positive if the unit is ahead. */
    double gap(ScoreTable scores) {
        return scores.score(unit).orElseThrow() - scores.score(other).orElseThrow();
    }

    /** The gap with another value. */
    double gap(Datum datum, double value) {
        return gap(scores(datum, value));
    }

    /** The gap in a table of draws. */
    double gap(IndicatorTable table) {
        return gap(scored.supposing(table));
    }

    /**
     * Whether the gap is a sum of functions of one uncertain value each: weighted sums and arithmetic means all the way up, a
     * method that looks at each unit alone, and no indicator that is made of two uncertain values.
     */
    boolean isAdditive() {
        return !scored.isOwnReference()
                && isSum(scored.framework().index())
                && List.of(unit, other).stream().allMatch(this::isEachAlone);
    }

    private static boolean isSum(IndexNode node) {
        if (!(node instanceof Pillar pillar)) {
            return true;
        }
        boolean isLinear = pillar.aggregation() instanceof Aggregation.Arithmetic
                || pillar.aggregation() instanceof Aggregation.WeightedSum;
        return isLinear
                && pillar.normalisation().isEmpty()
                && !(pillar.weighting() instanceof Weighting.BenefitOfTheDoubt)
                && pillar.children().stream().allMatch(GapModel::isSum);
    }

    private boolean isEachAlone(String id) {
        Set<String> uncertain = new LinkedHashSet<>();
        draws.uncertain().stream()
                .filter(datum -> datum.unit().equals(id))
                .forEach(datum -> uncertain.add(datum.indicator()));
        return scored.framework().indicators().stream()
                .allMatch(indicator ->
                        columns(indicator).stream().filter(uncertain::contains).count() <= 1);
    }

    private static Set<String> columns(Indicator indicator) {
        List<String> columns = new ArrayList<>();
        columns.add(indicator.indicator());
        indicator.denomination().ifPresent(d -> columns.add(d.indicator()));
        indicator
                .imputation()
                .flatMap(method -> method instanceof Imputation.Regression regression
                        ? Optional.of(regression.covariate())
                        : Optional.empty())
                .ifPresent(columns::add);
        return new LinkedHashSet<>(columns);
    }

    @Override
    public String toString() {
        return "gap of " + unit + " over " + other;
    }
}
