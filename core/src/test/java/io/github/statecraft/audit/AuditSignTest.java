package io.github.statecraft.audit;

import static io.github.statecraft.audit.AuditFixtures.framework;
import static io.github.statecraft.audit.AuditFixtures.leaf;
import static io.github.statecraft.audit.AuditFixtures.pillar;
import static io.github.statecraft.audit.AuditFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.audit.AuditWarning.Kind;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a tree turns round on purpose is no fault. Oracles: closed forms of columns X, Y and Z that are uncorrelated and of one
 * variance, and that a sub-index turned round twice is the same index.
 */
class AuditSignTest {
    private static final double CLOSE = 1e-9;
    private static final double[] X = {1, 1, 1, 1, -1, -1, -1, -1};
    private static final double[] Y = {1, 1, -1, -1, 1, 1, -1, -1};
    private static final double[] Z = {1, -1, 1, -1, 1, -1, 1, -1};

    private static double[] mix(double x, double y, double z) {
        return IntStream.range(0, 8)
                .mapToDouble(i -> x * X[i] + y * Y[i] + z * Z[i])
                .toArray();
    }

    private static Pillar sum(String id, double weight, IndexNode... children) {
        return Pillar.builder()
                .id(id)
                .weight(weight)
                .aggregation(Aggregation.weightedSum())
                .addChildren(children)
                .build();
    }

    /** A mean whose score is the best score, less the mean. */
    private static Pillar turned(String id, double weight, IndexNode... children) {
        return Pillar.builder()
                .id(id)
                .weight(weight)
                .normalisation(Normalisation.goalposts(0, 100))
                .direction(Direction.LOWER_IS_BETTER)
                .range(OutputRange.HUNDRED)
                .addChildren(children)
                .build();
    }

    private static StatisticalAudit audit(Pillar index, List<String> ids, double[]... values) {
        return StatisticalAudit.of(framework(leaf("a", 1)).withIndex(index).scoreAll(table(ids, values)));
    }

    private static double value(Statistic statistic) {
        return statistic.value().orElseThrow();
    }

    /** X and X + Y correlate 1/sqrt(2); the mean is 2 X + Y, with which they correlate 2/sqrt(5) and 3/sqrt(10). */
    @Test
    void childrenOfATurnedPillarGoWithIt() {
        StatisticalAudit audit =
                audit(turned("index", 1, leaf("a", 1), leaf("b", 1)), List.of("a", "b"), X, mix(1, 1, 0));
        assertThat(value(audit.correlation("a", "index"))).isCloseTo(-2 / Math.sqrt(5), within(CLOSE));
        assertThat(value(audit.node("a").withPillar())).isCloseTo(2 / Math.sqrt(5), within(CLOSE));
        assertThat(value(audit.node("b").withIndex())).isCloseTo(3 / Math.sqrt(10), within(CLOSE));
        assertThat(value(audit.node("a").withSiblings().get("b"))).isCloseTo(1 / Math.sqrt(2), within(CLOSE));
        assertThat(value(audit.pillar("index").alpha())).isCloseTo(0.8, within(CLOSE));
        assertThat(audit.warnings()).extracting(AuditWarning::kind).containsOnly(Kind.FEW_DISTINCT_VALUES);
        assertThat(audit.toString()).contains("above 0 is as meant");
    }

    /**
     * X less (-X - Y) is 2 X + Y. What is subtracted correlates -1/sqrt(2) with its sibling and -3/sqrt(10) with its pillar, as
     * is meant; alpha of X and X + Y is 0.8, the first component (1 + 1/sqrt(2)) / 2.
     */
    @Test
    void whatIsSubtractedIsTakenWithItsSign() {
        StatisticalAudit audit =
                audit(sum("index", 1, leaf("gain", 1), leaf("loss", -1)), List.of("gain", "loss"), X, mix(-1, -1, 0));
        NodeProfile loss = audit.node("loss");
        assertThat(value(audit.correlation("loss", "index"))).isCloseTo(-3 / Math.sqrt(10), within(CLOSE));
        assertThat(value(loss.withPillar())).isCloseTo(3 / Math.sqrt(10), within(CLOSE));
        assertThat(value(loss.withIndex())).isCloseTo(3 / Math.sqrt(10), within(CLOSE));
        assertThat(value(loss.withSiblings().get("gain"))).isCloseTo(1 / Math.sqrt(2), within(CLOSE));
        PillarProfile index = audit.pillar("index");
        assertThat(value(index.alpha())).isCloseTo(0.8, within(CLOSE));
        assertThat(value(index.standardisedAlpha())).isCloseTo(2 * (1 - 2 / (2 + Math.sqrt(2))), within(CLOSE));
        assertThat(value(index.firstShare())).isCloseTo((1 + 1 / Math.sqrt(2)) / 2, within(CLOSE));
        assertThat(index.loadings().get(0).values()).allMatch(loading -> loading > 0);
        assertThat(Stream.of(Kind.AGAINST_ITS_PILLAR, Kind.NOISE, Kind.SIBLINGS_PULL_APART, Kind.LOW_ALPHA)
                        .flatMap(kind -> audit.warnings(kind).stream()))
                .isEmpty();
    }

    /** X less (X + Y/2): what is subtracted goes with what is added, so that the two pull apart; their difference is -Y/2. */
    @Test
    void whatIsSubtractedMayPullApart() {
        StatisticalAudit audit =
                audit(sum("index", 1, leaf("a", 1), leaf("b", -1)), List.of("a", "b"), X, mix(1, 0.5, 0));
        assertThat(audit.warnings(Kind.REDUNDANT)).isEmpty();
        assertThat(audit.warnings(Kind.SIBLINGS_PULL_APART))
                .singleElement()
                .satisfies(warning -> assertThat(warning.value()).isCloseTo(-2 / Math.sqrt(5), within(CLOSE)));
    }

    /** The index is p less q; b of p is -Z, which goes against what q is, and so with what q does. */
    @Test
    void anotherPillarIsTakenWithWhatItDoesToTheIndex() {
        StatisticalAudit audit = audit(
                sum("index", 1, pillar("p", leaf("a", 1), leaf("b", 1)), sum("q", -1, leaf("c", 1), leaf("d", 1))),
                List.of("a", "b", "c", "d"),
                mix(0, 3, 0),
                mix(0, 0, -1),
                mix(0, 0, 2),
                X);
        assertThat(value(audit.node("b").withOtherPillars().get("q"))).isCloseTo(2 / Math.sqrt(5), within(CLOSE));
        assertThat(audit.warnings(Kind.OTHER_PILLAR))
                .extracting(AuditWarning::nodes)
                .contains(ImmutableList.of("b", "p", "q"));
    }

    /** p + q, and p less the turned q: the same index but for a constant, so every question stays as it is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void turningASubIndexRoundAndRoundAgainChangesNoWarning(long seed) {
        Random random = new Random(seed);
        double[][] values = new double[5][];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.doubles(12, -1000, 1000).toArray();
        }
        List<String> ids = List.of("a", "b", "c", "d", "e");
        IndicatorTable units = table(ids, values);
        IndexNode p = pillar("p", leaf("a", 1), leaf("b", 2));
        IndexNode[] below = {leaf("c", 1), leaf("d", 1), leaf("e", 3)};
        StatisticalAudit plain = StatisticalAudit.of(framework(leaf("a", 1))
                .withIndex(sum("index", 1, p, pillar("q", below)))
                .scoreAll(units));
        StatisticalAudit twice = StatisticalAudit.of(framework(leaf("a", 1))
                .withIndex(sum("index", 1, p, turned("q", -1, below)))
                .scoreAll(units));
        assertThat(plain.warnings()).isNotEmpty();
        assertThat(twice.warnings()).hasSameSizeAs(plain.warnings());
        for (int i = 0; i < plain.warnings().size(); i++) {
            AuditWarning expected = plain.warnings().get(i);
            AuditWarning actual = twice.warnings().get(i);
            assertThat(actual.sentence()).isEqualTo(expected.sentence());
            assertThat(actual.kind()).isEqualTo(expected.kind());
            assertThat(actual.value()).isCloseTo(expected.value(), within(CLOSE));
        }
        assertThat(plain.toString()).doesNotContain("above 0 is as meant");
    }
}
