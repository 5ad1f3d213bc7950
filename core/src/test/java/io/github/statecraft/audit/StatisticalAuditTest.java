package io.github.statecraft.audit;

import static io.github.statecraft.audit.AuditFixtures.flat;
import static io.github.statecraft.audit.AuditFixtures.framework;
import static io.github.statecraft.audit.AuditFixtures.leaf;
import static io.github.statecraft.audit.AuditFixtures.pillar;
import static io.github.statecraft.audit.AuditFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.TechnologyAchievement;
import io.github.statecraft.score.method.Normalisation;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The statistics of an audit. Oracles: the OECD/JRC Handbook on Constructing Composite Indicators (2008) on its own data, R
 * 4.2.2 with psych 2.2.9, numpy 2.4.6 and scipy 1.17.1, and closed forms.
 */
class StatisticalAuditTest {
    private static final double CLOSE = 1e-12;
    private static final double NAN = Double.NaN;
    private static final List<String> TECHNOLOGY = List.of(
            "patents", "royalties", "internet", "exports", "telephones", "electricity", "schooling", "university");

    private static StatisticalAudit technology(Normalisation normalisation) {
        IndexNode[] leaves =
                TECHNOLOGY.stream().map(id -> Indicator.of(id, normalisation)).toArray(IndexNode[]::new);
        return StatisticalAudit.of(framework(leaves).scoreAll(table(TECHNOLOGY, TechnologyAchievement.scores())));
    }

    private static double value(Statistic statistic) {
        return statistic.value().orElseThrow();
    }

    /** Handbook, pages 72-73: alpha of the standardised indicators of 23 countries is 0.70; table 16, page 90: eigenvalues. */
    @Test
    void hasAlphaAndEigenvaluesOfTheHandbook() {
        PillarProfile index = technology(Normalisation.zScore()).pillar("index");
        assertThat(value(index.alpha())).isCloseTo(0.70, within(0.005));
        assertThat(value(index.alpha())).isCloseTo(value(index.standardisedAlpha()), within(CLOSE));
        double[] printed = {3.3, 1.7, 1.0, 0.9, 0.5, 0.3, 0.2, 0.1};
        for (int k = 0; k < printed.length; k++) {
            assertThat(index.eigenvalues().get(k)).isCloseTo(printed[k], within(0.06));
        }
        assertThat(value(index.firstShare())).isCloseTo(0.419, within(0.0012));
        assertThat(index.alpha().units()).isEqualTo(23);
        assertThat(index.components()).isEqualTo(2);
    }

    /**
     * R: {@code M <- lapply(X, function(x) 100 * (x - min(x)) / (max(x) - min(x)))}, {@code psych::alpha(M)$total[1:2]},
     * {@code prcomp(M, scale. = TRUE)$sdev^2}, {@code psych::principal(M, nfactors = 2, rotate = "none")$loadings}.
     */
    @Test
    void hasAlphaAndComponentsOfPsych() {
        PillarProfile index = technology(Normalisation.minMax()).pillar("index");
        assertThat(value(index.alpha())).isCloseTo(0.707568601093532, within(CLOSE));
        assertThat(value(index.standardisedAlpha())).isCloseTo(0.703542757958491, within(CLOSE));
        double[] eigenvalues = {
            3.3543612072880005, 1.7460601162146983, 0.9848620302345844, 0.8939157330866074,
            0.4711961306614232, 0.2994520318731197, 0.1744221814516593, 0.0757305691899038
        };
        for (int k = 0; k < eigenvalues.length; k++) {
            assertThat(index.eigenvalues().get(k)).isCloseTo(eigenvalues[k], within(CLOSE));
        }
        assertThat(index.loadings()).hasSize(2);
        double[][] loadings = {
            {
                0.104601944113,
                0.560886098525,
                0.915600128848,
                -0.351563642745,
                0.759711147474,
                0.904791540207,
                0.736070141279,
                0.359580064105
            },
            {
                0.744301843571,
                0.490755196447,
                -0.207644080316,
                0.846892997643,
                0.385446885811,
                -0.131892819821,
                -0.108616883699,
                0.114576438932
            }
        };
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < 8; i++) {
                assertThat(index.loadings().get(k).get(TECHNOLOGY.get(i))).isCloseTo(loadings[k][i], within(1e-11));
            }
        }
    }

    /** R: {@code cor(M)}, {@code r <- sapply(M, function(x) cor(x, rowMeans(M)))}, {@code r^2 / sum(r^2)}. */
    @Test
    void hasCorrelationsAndEffectiveSharesOfR() {
        StatisticalAudit audit = technology(Normalisation.minMax());
        double[] withIndex = {
            0.4178135752647488, 0.7101339076692741, 0.7324632236818593, 0.0797674900898165,
            0.7941301634197354, 0.7398611104199474, 0.6439681704532438, 0.4324498689170343
        };
        double[] shares = {
            0.05816092188177623, 0.16801447079715057, 0.17874661928259830, 0.00211991302175055,
            0.21011137880151159, 0.18237553896693312, 0.13816402999087837, 0.06230712725740124
        };
        for (int i = 0; i < 8; i++) {
            NodeProfile node = audit.node(TECHNOLOGY.get(i));
            assertThat(value(node.withPillar())).isCloseTo(withIndex[i], within(CLOSE));
            assertThat(value(node.withIndex())).isCloseTo(withIndex[i], within(CLOSE));
            assertThat(value(node.effectiveShare())).isCloseTo(shares[i], within(CLOSE));
            assertThat(node.statedShare()).isEqualTo(0.125);
            assertThat(node.ratio().orElseThrow()).isCloseTo(8 * shares[i], within(CLOSE));
        }
        assertThat(value(audit.correlation("patents", "royalties"))).isCloseTo(0.130276334936876, within(CLOSE));
        assertThat(value(audit.node("internet").withSiblings().get("exports")))
                .isCloseTo(-0.4475314115396313, within(CLOSE));
    }

    /** scipy: {@code skew(x, bias=False)}, {@code kurtosis(x, bias=False)}; a straight line changes neither. */
    @Test
    void hasTheShapeOfScipy() {
        Shape patents = technology(Normalisation.minMax()).indicator("patents").score();
        assertThat(value(patents.skewness())).isCloseTo(2.624653421276515, within(1e-11));
        assertThat(value(patents.kurtosis())).isCloseTo(6.908732943259096, within(1e-11));
        assertThat(patents.isOutlying()).isTrue();
        Shape exports = technology(Normalisation.minMax()).indicator("exports").before();
        assertThat(value(exports.skewness())).isCloseTo(-0.9497834657209586, within(1e-11));
        assertThat(value(exports.kurtosis())).isCloseTo(1.093918530767299, within(1e-11));
        assertThat(exports.isOutlying()).isFalse();
    }

    /**
     * Correlations go by pairs, alpha and components by complete cases. numpy, with {@code m = ~np.isnan(x) & ~np.isnan(y)}:
     * {@code np.corrcoef(x[m], y[m])}; of the five complete rows {@code S = np.cov(M.T)}, {@code 1.5 * (1 - np.trace(S) /
     * S.sum())}, {@code np.linalg.eigvalsh(np.corrcoef(M.T))}; the index is the mean of what is there, weights 2, 1, 1.
     */
    @Test
    void restsOnTheUnitsThatHaveBoth() {
        ScoringFramework framework = framework(leaf("a", 2), leaf("b", 1), leaf("c", 1));
        StatisticalAudit audit = StatisticalAudit.of(framework.scoreAll(table(
                List.of("a", "b", "c"),
                new double[] {10, 20, 35, 40, NAN, 70, 80, 95},
                new double[] {15, 10, 40, 30, 60, NAN, 90, 70},
                new double[] {90, 60, 80, NAN, 30, 50, 20, 40})));
        assertThat(value(audit.correlation("a", "b"))).isCloseTo(0.9203500947788332, within(CLOSE));
        assertThat(value(audit.correlation("b", "c"))).isCloseTo(-0.824083149220612, within(CLOSE));
        assertThat(audit.correlation("a", "b").units()).isEqualTo(6);
        PillarProfile index = audit.pillar("index");
        assertThat(index.alpha().units()).isEqualTo(5);
        assertThat(value(index.alpha())).isCloseTo(-0.6715945089757127, within(CLOSE));
        assertThat(value(index.standardisedAlpha())).isCloseTo(-1.5029163034843684, within(1e-11));
        assertThat(index.eigenvalues().get(0)).isCloseTo(2.73227761, within(1e-8));
        assertThat(index.eigenvalues().get(2)).isCloseTo(0.07630184, within(1e-8));
        assertThat(value(audit.node("a").withPillar())).isCloseTo(0.9658160687489832, within(CLOSE));
        assertThat(value(audit.node("c").withPillar())).isCloseTo(-0.622905223673242, within(CLOSE));
        assertThat(audit.node("c").withPillar().units()).isEqualTo(7);
        assertThat(audit.node("a").statedShare()).isEqualTo(0.5);
        assertThat(value(audit.node("a").effectiveShare())).isCloseTo(0.43484535, within(1e-8));
        assertThat(value(audit.node("c").effectiveShare())).isCloseTo(0.18087974, within(1e-8));
    }

    /**
     * Closed form: of uncorrelated children of one variance, squared correlations with the mean are as squared weights, so
     * that weights 2 to 1 have effects 4 to 1 (Paruolo, Saisana and Saltelli 2013, section 3).
     */
    @Test
    void squaresTheWeightsOfUncorrelatedChildren() {
        ScoringFramework framework = framework(leaf("a", 2), leaf("b", 1));
        StatisticalAudit audit = StatisticalAudit.of(
                framework.scoreAll(table(List.of("a", "b"), new double[] {1, 1, -1, -1}, new double[] {1, -1, 1, -1})));
        assertThat(value(audit.node("a").effectiveShare())).isCloseTo(0.8, within(CLOSE));
        assertThat(value(audit.node("b").effectiveShare())).isCloseTo(0.2, within(CLOSE));
        assertThat(value(audit.pillar("index").alpha())).isCloseTo(0, within(CLOSE));
        assertThat(audit.pillar("index").components()).isZero();
        assertThat(audit.pillar("index").loadings()).singleElement().satisfies(unclear -> assertThat(unclear)
                .isEmpty());
    }

    /** Closed form: two columns that are the same but for a straight line say one thing. */
    @Test
    void findsOneThingInChildrenThatAreTheSame() {
        StatisticalAudit same = flat(new double[] {3, 1, 4, 1, 5}, new double[] {3, 1, 4, 1, 5});
        PillarProfile index = same.pillar("index");
        assertThat(value(index.alpha())).isCloseTo(1, within(CLOSE));
        assertThat(value(index.standardisedAlpha())).isCloseTo(1, within(CLOSE));
        assertThat(value(index.firstShare())).isCloseTo(1, within(CLOSE));
        assertThat(value(same.node("a").effectiveShare())).isCloseTo(0.5, within(CLOSE));
        StatisticalAudit stretched = flat(new double[] {3, 1, 4, 1, 5}, new double[] {6, 2, 8, 2, 10});
        // raw: variances v and 4v, of the sum 9v: 2 (1 - 5/9)
        assertThat(value(stretched.pillar("index").alpha())).isCloseTo(8 / 9.0, within(CLOSE));
        assertThat(value(stretched.pillar("index").standardisedAlpha())).isCloseTo(1, within(CLOSE));
    }

    @Test
    void theOrderOfUnitsChangesNoBit() {
        double[][] values = random(new Random(20261124), 5, 40);
        List<String> ids = List.of("a", "b", "c", "d", "e");
        ScoringFramework framework = framework(
                pillar("p", leaf("a", 2), leaf("b", 1), leaf("c", 1)), pillar("q", leaf("d", 1), leaf("e", 3)));
        StatisticalAudit audit = StatisticalAudit.of(framework.scoreAll(table(ids, values)));
        int[] backwards = IntStream.range(0, 40).map(unit -> 39 - unit).toArray();
        StatisticalAudit other = StatisticalAudit.of(framework.scoreAll(table(backwards, ids, values)));
        assertThat(other.indicators()).isEqualTo(audit.indicators());
        assertThat(other.nodes()).isEqualTo(audit.nodes());
        assertThat(other.pillars()).isEqualTo(audit.pillars());
        assertThat(other.warnings()).isEqualTo(audit.warnings());
        assertThat(other).hasToString(audit.toString());
    }

    /** Eigenvalues of a correlation matrix sum to its size, effective shares and squared loadings to theirs. */
    @Test
    void sharesAndEigenvaluesSumToWhatTheyMust() {
        Random random = new Random(20261125);
        for (int run = 0; run < 20; run++) {
            StatisticalAudit audit = flat(random(random, 3 + run % 5, 30));
            PillarProfile index = audit.pillar("index");
            assertThat(index.eigenvalues().stream().mapToDouble(x -> x).sum())
                    .isCloseTo(index.children().size(), within(CLOSE));
            assertThat(index.loadings().get(0).values().stream()
                            .mapToDouble(x -> x * x)
                            .sum())
                    .isCloseTo(index.eigenvalues().get(0), within(CLOSE));
            assertThat(audit.nodes().stream()
                            .mapToDouble(node -> value(node.effectiveShare()))
                            .sum())
                    .isCloseTo(1, within(CLOSE));
            assertThat(audit.nodes().stream()
                            .mapToDouble(NodeProfile::statedShare)
                            .sum())
                    .isCloseTo(1, within(CLOSE));
        }
    }

    private static double[][] random(Random random, int indicators, int units) {
        double[][] values = new double[indicators][units];
        for (int unit = 0; unit < units; unit++) {
            double common = random.nextGaussian();
            for (int i = 0; i < indicators; i++) {
                values[i][unit] = 50 * (common + (1 + 0.2 * i) * random.nextGaussian());
            }
        }
        return values;
    }

    @Test
    void namesWhatItCannotProfile() {
        StatisticalAudit audit = flat(new double[] {1, 2, 4}, new double[] {2, 1, 3});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.node("index"))
                .withMessage(
                        "StatisticalAudit: index must be a node below the root of test; ask for another profile of it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.pillar("a"))
                .withMessageContaining("a must be a pillar of test");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.indicator("index"))
                .withMessageContaining("index must be an indicator of test");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.correlation("a", "z"))
                .withMessageContaining("ScoringFramework test: no node 'z'");
    }
}
