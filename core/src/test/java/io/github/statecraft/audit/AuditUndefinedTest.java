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
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has no value says why, and who is not audited is not counted. Oracles: the definitions, and closed forms. */
class AuditUndefinedTest {
    private static final double NAN = Double.NaN;

    private static void assertWhy(Statistic statistic, String why) {
        assertThat(statistic.isDefined()).isFalse();
        assertThat(statistic.value()).isEmpty();
        assertThat(statistic.whyUndefined()).hasValue(why);
    }

    /** A constant child explains nothing of its pillar: the variance of what it predicts is 0. */
    @Test
    void aConstantColumnHasNoCorrelation() {
        StatisticalAudit audit = flat(new double[] {1, 2, 4, 8}, new double[] {7, 7, 7, 7});
        assertWhy(audit.correlation("a", "b"), "b is constant");
        assertWhy(audit.node("b").withPillar(), "b is constant");
        assertWhy(audit.pillar("index").alpha(), "b is constant");
        assertWhy(audit.pillar("index").firstShare(), "b is constant");
        assertThat(audit.pillar("index").eigenvalues()).isEmpty();
        assertWhy(audit.indicator("b").score().skewness(), "constant");
        assertThat(audit.node("b").effectiveShare().value()).hasValue(0);
        assertThat(audit.node("a").effectiveShare().value()).hasValue(1);
        assertThat(audit.warnings(Kind.MOSTLY_ONE_VALUE))
                .extracting(AuditWarning::sentence)
                .containsExactly("b: 4 of 4 units have the same score.");
    }

    @Test
    void twoUnitsAreTooFewForAnything() {
        StatisticalAudit audit = flat(new double[] {1, 2}, new double[] {3, 5});
        assertWhy(audit.correlation("a", "b"), "fewer than 3 units");
        assertWhy(audit.pillar("index").alpha(), "fewer than 3 units have all children");
        assertWhy(audit.node("a").effectiveShare(), "fewer than 3 units");
        assertWhy(audit.indicator("a").score().skewness(), "fewer than 3 units");
        assertThat(audit.warnings()).isEmpty();
        assertThat(audit.toString()).endsWith("No warnings.").doesNotContain("NaN");
    }

    @Test
    void threeUnitsHaveNoKurtosis() {
        Shape shape = flat(new double[] {1, 2, 4}, new double[] {3, 5, 4})
                .indicator("a")
                .score();
        assertThat(shape.skewness().isDefined()).isTrue();
        assertWhy(shape.kurtosis(), "fewer than 4 units");
        assertThat(shape.isOutlying()).isFalse();
    }

    @Test
    void anOnlyChildIsItsPillar() {
        StatisticalAudit audit = StatisticalAudit.of(framework(pillar("p", leaf("a", 1)), leaf("b", 1))
                .scoreAll(table(List.of("a", "b"), new double[] {1, 2, 4, 8}, new double[] {1, 3, 2, 4})));
        assertWhy(audit.pillar("p").alpha(), "only one child");
        assertWhy(audit.pillar("p").firstShare(), "only one child");
        assertWhy(audit.node("a").withPillar(), "only child");
        assertWhy(audit.node("a").effectiveShare(), "only child");
        assertThat(audit.node("a").ratio()).isEmpty();
        assertThat(audit.node("a").withIndex().isDefined()).isTrue();
    }

    /** Opposites of equal weight: the index is the same for all. */
    @Test
    void whereTheIndexIsConstantNothingGoesWithIt() {
        StatisticalAudit audit = flat(new double[] {1, 2, 4, 8}, new double[] {8, 7, 5, 1});
        assertWhy(audit.node("a").withPillar(), "index is constant");
        assertWhy(audit.node("a").effectiveShare(), "index is constant");
        assertWhy(audit.pillar("index").alpha(), "the sum of its children is constant");
        assertWhy(audit.pillar("index").standardisedAlpha(), "the sum of its children is constant");
        assertThat(audit.pillar("index").firstShare().value().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    /** Weights of a weighted sum are coefficients: shares of their magnitudes. A weight of 0 has no ratio. */
    @Test
    void sharesOfCoefficientsAreThoseOfTheirMagnitudes() {
        Pillar index = Pillar.builder()
                .id("index")
                .aggregation(Aggregation.weightedSum())
                .addChildren(leaf("a", -3), leaf("b", 1), leaf("c", 0))
                .build();
        StatisticalAudit audit = StatisticalAudit.of(framework(leaf("a", 1))
                .withIndex(index)
                .scoreAll(table(
                        List.of("a", "b", "c"), new double[] {1, 2, 4, 8}, new double[] {1, 3, 2, 4}, new double[] {
                            2, 1, 4, 3
                        })));
        assertThat(audit.nodes()).extracting(NodeProfile::statedShare).containsExactly(0.75, 0.25, 0.0);
        assertThat(audit.node("c").ratio()).isEmpty();
        assertThat(audit.node("a").withPillar().isAbove(0)).isTrue();
        assertThat(audit.correlation("a", "index").isBelow(0)).isTrue();
    }

    /** Blocs hold no rank; u4 has no score; u1 is filled in by the mean of 3, 4 and 5, which the cap brings to 3.5. */
    @Test
    void countsUnitsThatHoldARankAndWhatWasFilledIn() {
        Indicator a = Indicator.of("a", Normalisation.goalposts(0, 10))
                .withImputation(Imputation.statedValue(4, "a guess"))
                .withTreatments(Treatment.cap(0, 3.5));
        var framework = framework(a, leaf("b", 1));
        IndicatorTable.Builder table = IndicatorTable.builder().indicator("a").indicator("b");
        double[] values = {3, NAN, 4, 5};
        for (int i = 0; i < values.length; i++) {
            table.unit("u" + i).value("u" + i, "b", i * i);
            if (!Double.isNaN(values[i])) {
                table.value("u" + i, "a", values[i]);
            }
        }
        table.unit("bloc", "A bloc", false).value("bloc", "a", 9).value("bloc", "b", 900);
        StatisticalAudit audit = StatisticalAudit.of(framework.scoreAll(table.build()));
        assertThat(audit.units()).containsExactly("u0", "u1", "u2", "u3");
        IndicatorProfile profile = audit.indicator("a");
        assertThat(profile.units()).isEqualTo(4);
        assertThat(profile.known()).isEqualTo(3);
        assertThat(profile.coverage()).isEqualTo(0.75);
        assertThat(profile.filled()).isEqualTo(1);
        assertThat(profile.scores()).isEqualTo(4);
        assertThat(profile.distinct()).isEqualTo(2);
        assertThat(profile.mostCommon()).isEqualTo(3);
        assertThat(profile.mostCommonShare()).isEqualTo(0.75);
        assertThat(profile.before().skewness()).isNotEqualTo(profile.treated().skewness());
        // three of four alike: type 2 skewness is -2 by hand, g1 = -2/sqrt(3), times sqrt(12)/2
        assertThat(profile.treated().skewness().value().orElseThrow()).isCloseTo(-2, within(1e-12));
        assertThat(audit.indicator("b").score().skewness().units()).isEqualTo(4);
    }

    @Test
    void nobodyIsAuditedWhereNobodyHasAScore() {
        StatisticalAudit audit = flat(new double[] {NAN, NAN}, new double[] {NAN, NAN});
        assertThat(audit.units()).isEmpty();
        assertThat(audit.indicator("a").distinctShare()).isZero();
        assertThat(audit.warnings()).extracting(AuditWarning::kind).containsOnly(Kind.LOW_COVERAGE);
        assertThat(audit.toString()).contains("on 0 units").doesNotContain("NaN");
    }
}
