package io.github.statecraft.audit;

import static io.github.statecraft.audit.AuditFixtures.flat;
import static io.github.statecraft.audit.AuditFixtures.framework;
import static io.github.statecraft.audit.AuditFixtures.leaf;
import static io.github.statecraft.audit.AuditFixtures.pillar;
import static io.github.statecraft.audit.AuditFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.audit.AuditWarning.Kind;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each warning on an index built to deserve it. Oracle: columns of a design whose correlations are known in closed form, X, Y
 * and Z being uncorrelated with each other and of one variance.
 */
class AuditWarningTest {
    private static final double NAN = Double.NaN;
    private static final double[] X = {1, 1, 1, 1, -1, -1, -1, -1};
    private static final double[] Y = {1, 1, -1, -1, 1, 1, -1, -1};
    private static final double[] Z = {1, -1, 1, -1, 1, -1, 1, -1};

    private static double[] mix(double x, double y, double z) {
        return IntStream.range(0, 8)
                .mapToDouble(i -> x * X[i] + y * Y[i] + z * Z[i])
                .toArray();
    }

    private static AuditWarning only(StatisticalAudit audit, Kind kind) {
        assertThat(audit.warnings(kind)).hasSize(1);
        return audit.warnings(kind).get(0);
    }

    @Test
    void lowCoverageIsBelowTwoThirds() {
        double[] column = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        double[] at = IntStream.range(0, 100).mapToDouble(i -> i < 65 ? i : NAN).toArray();
        double[] below =
                IntStream.range(0, 100).mapToDouble(i -> i < 64 ? i : NAN).toArray();
        AuditWarning warning = only(flat(column, at, below), Kind.LOW_COVERAGE);
        assertThat(warning.nodes()).containsExactly("c");
        assertThat(warning.value()).isEqualTo(0.64);
        assertThat(warning.units()).isEqualTo(100);
        assertThat(warning).hasToString("c: 64 of 100 units have a value (64%).");
    }

    /**
     * 1 to 9 and 100: scipy skew(bias=False) 3.118896, kurtosis(bias=False) 9.799; of the logarithms 1.314 and 3.504: no
     * outlier any more, since both thresholds must be reached.
     */
    @Test
    void outliersAreJudgedByScores() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100};
        double[] other = {1, 3, 2, 5, 4, 7, 6, 9, 8, 10};
        AuditWarning warning = only(flat(values, other), Kind.OUTLIERS);
        assertThat(warning.value()).isCloseTo(3.118895745239087, within(1e-9));
        assertThat(warning.sentence())
                .isEqualTo("a: single units rule its 10 scores: skewness 3.12, excess kurtosis 9.80.");
        Indicator logarithm = Indicator.of("a", Normalisation.logGoalposts(1, 100));
        StatisticalAudit tame = StatisticalAudit.of(
                framework(logarithm, leaf("b", 1)).scoreAll(table(List.of("a", "b"), values, other)));
        assertThat(tame.indicator("a").before().isOutlying()).isTrue();
        assertThat(tame.indicator("a").score().isOutlying()).isFalse();
        Indicator capped = leaf("a", 1).withTreatments(Treatment.cap(0, 10));
        StatisticalAudit treated =
                StatisticalAudit.of(framework(capped, leaf("b", 1)).scoreAll(table(List.of("a", "b"), values, other)));
        assertThat(treated.indicator("a").before().isOutlying()).isTrue();
        assertThat(treated.indicator("a").treated().isOutlying()).isFalse();
        assertThat(treated.warnings(Kind.OUTLIERS)).isEmpty();
    }

    @Test
    void mostlyOneValueIsMoreThanHalf() {
        double[] half = {0, 0, 0, 0, 1, 2, 3, 4};
        double[] more = {0, 0, 0, 0, 0, 2, 3, 4};
        AuditWarning warning = only(flat(half, more), Kind.MOSTLY_ONE_VALUE);
        assertThat(warning.nodes()).containsExactly("b");
        assertThat(warning.value()).isEqualTo(0.625);
    }

    @Test
    void fewValuesAreFewerThanHalf() {
        double[] half = {0, 0, 1, 1, 2, 2, 3, 3};
        double[] fewer = {0, 0, 0, 1, 1, 2, 2, 2};
        AuditWarning warning = only(flat(half, fewer), Kind.FEW_DISTINCT_VALUES);
        assertThat(warning).hasToString("b: 3 different scores of 8.");
        assertThat(warning.value()).isEqualTo(0.375);
    }

    /** Correlations of x, -0.6 x + 0.8 y: -0.6; of the mean with them sqrt(0.2) each; b has twice the weight in the second. */
    @Test
    void siblingsThatPullApartAreAskedAboutOnce() {
        StatisticalAudit audit = flat(X, mix(-0.6, 0.8, 0));
        AuditWarning warning = only(audit, Kind.SIBLINGS_PULL_APART);
        assertThat(warning.nodes()).containsExactly("a", "b");
        assertThat(warning.value()).isCloseTo(-0.6, within(1e-12));
        assertThat(warning.sentence())
                .isEqualTo("a and b of index correlate -0.60 over 8 units: gains on one go with losses on the other (so"
                        + " many units give up to 0.71 by chance).");
        assertThat(audit.warnings(Kind.AGAINST_ITS_PILLAR)).isEmpty();
    }

    /** The mean of 3 x and -x + y is 2 x + y, over 2: its correlation with the second is (-2 + 1) / sqrt(10). */
    @Test
    void aNodeMayGoAgainstItsPillar() {
        AuditWarning warning = only(flat(mix(3, 0, 0), mix(-1, 1, 0)), Kind.AGAINST_ITS_PILLAR);
        assertThat(warning.nodes()).containsExactly("b", "index");
        assertThat(warning.value()).isCloseTo(-1 / Math.sqrt(10), within(1e-12));
    }

    /** x and x + h y correlate 1 / sqrt(1 + h^2): 0.9285 for h = 0.4, 0.9186 for h = 0.43. */
    @Test
    void redundantSiblingsCorrelateAbove92Hundredths() {
        assertThat(only(flat(X, mix(1, 0.4, 0)), Kind.REDUNDANT).value()).isCloseTo(1 / Math.sqrt(1.16), within(1e-12));
        assertThat(flat(X, mix(1, 0.43, 0)).warnings(Kind.REDUNDANT)).isEmpty();
    }

    /** 4 x and y: y correlates 1 / sqrt(17) = 0.24 with the mean; its share is 1/17 of the effect, half of the weight. */
    @Test
    void noiseHardlyGoesWithItsPillarAndWeighsLess() {
        StatisticalAudit audit = flat(mix(4, 0, 0), Y);
        assertThat(only(audit, Kind.NOISE).value()).isCloseTo(1 / Math.sqrt(17), within(1e-12));
        AuditWarning lighter = only(audit, Kind.LIGHTER_THAN_STATED);
        assertThat(lighter.nodes()).containsExactly("b", "index");
        assertThat(lighter.value()).isCloseTo(2 / 17.0, within(1e-12));
        assertThat(lighter)
                .hasToString(
                        "b states 50.0% of index and has an effective share of 5.9%, 0.12 times that, over 8 units.");
    }

    /** 4 x, y and z: x has 16/18 of the effect at a third of the weight. */
    @Test
    void aNodeMayWeighMoreThanItStates() {
        AuditWarning heavier = only(flat(mix(4, 0, 0), Y, Z), Kind.HEAVIER_THAN_STATED);
        assertThat(heavier.nodes()).containsExactly("a", "index");
        assertThat(heavier.value()).isCloseTo(3 * 16 / 18.0, within(1e-12));
    }

    /** In p, 3 y beside x: x has 1 / sqrt(10) with p and 2 / sqrt(5) with q, which is 2 x and z. */
    @Test
    void aNodeMayBelongToAnotherPillar() {
        StatisticalAudit audit = StatisticalAudit.of(
                framework(pillar("p", leaf("a", 1), leaf("b", 1)), pillar("q", leaf("c", 1), leaf("d", 1)))
                        .scoreAll(table(List.of("a", "b", "c", "d"), mix(0, 3, 0), X, mix(2, 0, 0), Z)));
        AuditWarning warning = only(audit, Kind.OTHER_PILLAR);
        assertThat(warning.nodes()).containsExactly("b", "p", "q");
        assertThat(warning.value()).isCloseTo(2 / Math.sqrt(5), within(1e-12));
        assertThat(warning.sentence())
                .isEqualTo("b goes more with q (0.894 over 8 units) than with its own pillar p (0.316 over 8 units).");
    }

    /** x + y and x correlate 0.7071: alpha = 2 (1 - 3/5) = 0.8; x and x + 2 y: 2 (1 - 6/8) = 0.5. */
    @Test
    void alphaIsLowBelow7Tenths() {
        assertThat(flat(X, mix(1, 1, 0)).warnings(Kind.LOW_ALPHA)).isEmpty();
        AuditWarning warning = only(flat(X, mix(1, 2, 0)), Kind.LOW_ALPHA);
        assertThat(warning.value()).isCloseTo(0.5, within(1e-12));
        assertThat(warning).hasToString("index: Cronbach's alpha of its 2 children is 0.50 over 8 units.");
    }

    /** Two uncorrelated pairs: x, x + y/2 with r = 2/sqrt(5); eigenvalues 1 + r and 1 + s of the other pair, both above 1. */
    @Test
    void pillarsMayMeasureSeveralThings() {
        double[] u = IntStream.range(0, 8).mapToDouble(i -> X[i] * Y[i] * Z[i]).toArray();
        double[] zu = IntStream.range(0, 8).mapToDouble(i -> Z[i] + u[i]).toArray();
        StatisticalAudit audit = flat(X, mix(1, 0.5, 0), Z, zu);
        AuditWarning several = only(audit, Kind.SEVERAL_COMPONENTS);
        assertThat(several.value()).isEqualTo(2);
        AuditWarning weak = only(audit, Kind.WEAK_FIRST_COMPONENT);
        assertThat(weak.value()).isCloseTo((1 + 2 / Math.sqrt(5)) / 4, within(1e-12));
        assertThat(audit.pillar("index").eigenvalues().get(1)).isCloseTo(1 + 1 / Math.sqrt(2), within(1e-12));
    }

    /** Three columns of which two go together: no warning of either kind at 2/3 explained by a component above 1. */
    @Test
    void aSoundIndexHasNoWarnings() {
        StatisticalAudit audit =
                flat(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[] {2, 1, 5, 3, 4, 8, 6, 7.5}, new double[] {
                    1.5, 4, 2.5, 3, 7, 5, 8, 6
                });
        assertThat(audit.warnings()).isEmpty();
        assertThat(audit.toString()).endsWith("\n\nNo warnings.");
    }

    @Test
    void comeByKindAndThenByTree() {
        StatisticalAudit audit = flat(mix(4, 0, 0), Y, Z);
        assertThat(audit.warnings()).extracting(AuditWarning::kind).isSorted();
        assertThat(audit.warnings(Kind.NOISE))
                .extracting(warning -> warning.nodes().get(0))
                .containsExactly("b", "c");
    }
}
