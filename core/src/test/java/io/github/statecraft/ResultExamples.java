package io.github.statecraft;

import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.audit.StatisticalAudit;
import io.github.statecraft.compare.Comparison;
import io.github.statecraft.compare.ConflictEffects;
import io.github.statecraft.compare.Dominance;
import io.github.statecraft.compare.SideBySide;
import io.github.statecraft.data.CoinFiles;
import io.github.statecraft.data.DossierFiles;
import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.data.StrategyFiles;
import io.github.statecraft.data.TableFiles;
import io.github.statecraft.data.TableReader;
import io.github.statecraft.score.DataGaps;
import io.github.statecraft.score.FittedFramework;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorPanel;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.PanelScores;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.Scorecard;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.io.Serializable;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One example or more of every public value type of the floors above the model, made of the bundled data. */
final class ResultExamples {
    private static final ReferenceData REF = ReferenceData.load();
    private static final ScoringFramework TOTAL = REF.framework("deployment-at-scale.total");
    private static final ScoreTable TOTALS = TOTAL.scoreAll(REF.strategies());

    private ResultExamples() {}

    static Serialisation.Examples score() {
        Scorecard card = TOTALS.scorecard("CHN");
        List<Serializable> values = List.of(
                Aggregation.arithmetic(),
                Aggregation.geometric(1),
                card.contributions().get(0),
                DataGaps.of(TOTALS),
                Denomination.per("population", 1e6, "models per million people"),
                TOTAL.indicators().get(0),
                TOTALS.table(),
                IndicatorTable.builder()
                        .unit("CHN")
                        .group("CHN", "Asia")
                        .indicator("x")
                        .build(),
                MissingDataPolicy.strict(),
                TOTAL.missing(),
                Normalisation.goalposts(0, 100),
                Normalisation.logGoalposts(1, 100),
                Normalisation.minMax(),
                new Normalisation.OrdinalMap(ImmutableSortedMap.of(0.0, 0.0, 1.0, 100.0), "two levels"),
                new Normalisation.Goalposts(0, 1, OutOfRange.CAP, "why"),
                TOTAL.index(),
                TOTALS.ranking(),
                TOTALS.ranking().entries().get(0),
                card.interval(),
                TOTALS,
                card,
                card.explain(),
                TOTAL);
        return new Serialisation.Examples(
                "io.github.statecraft.score",
                Stream.concat(values.stream(), everyStep().stream()).toList(),
                Map.of());
    }

    /** Results of an index that looks at its reference in every step. */
    private static List<Serializable> everyStep() {
        Indicator a = Indicator.of("a", Normalisation.percentileRank(Normalisation.PercentileForm.HAZEN))
                .withTreatments(Treatment.percentileCap(10, 90))
                .withImputation(Imputation.latestYear(3));
        Pillar index = Pillar.builder()
                .id("index")
                .weighting(Weighting.benefitOfTheDoubt())
                .normalisation(Normalisation.minMax())
                .addChildren(a, Indicator.of("b", Normalisation.minMax()))
                .build();
        ScoringFramework framework = TOTAL.withIndex(index).withMissing(MissingDataPolicy.strict());
        IndicatorPanel panel = IndicatorPanel.of(Map.of(Year.of(2024), table(0), Year.of(2025), table(1)));
        FittedFramework fitted = framework.fit(panel, Year.of(2025));
        PanelScores scores = fitted.scoreAll(panel);
        ScoreTable last = scores.scores(Year.of(2025));
        return List.of(
                panel,
                fitted,
                scores,
                last,
                last.scorecard("u0").explain(),
                last.changes().get(0));
    }

    private static IndicatorTable table(int missing) {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int i = 0; i < 6; i++) {
            table.unit("u" + i).value("u" + i, "b", i * i % 5);
            if (i >= missing) {
                table.value("u" + i, "a", i * i);
            }
        }
        return table.build();
    }

    static Serialisation.Examples compare() {
        SideBySide both = SideBySide.of(
                TOTALS, REF.framework("deployment-at-scale.intensity").scoreAll(REF.strategies()));
        ConflictEffects effects = REF.dossier().conflicts(ReferenceData.AS_OF).stream()
                .filter(conflict -> !conflict.jurisdiction().isBloc())
                .findFirst()
                .map(conflict -> ConflictEffects.of(conflict, REF.strategies(), REF.frameworks()))
                .orElseThrow();
        Comparison comparison = Comparison.between(TOTALS.scorecard("CHN"), TOTALS.scorecard("USA"));
        List<Serializable> values = List.of(
                comparison,
                comparison.differences().get(0),
                Dominance.of(TOTALS),
                both,
                both.changes().get(0),
                both.shifts(),
                both.shifts().shifts().get(0),
                effects,
                effects.lines().get(0));
        return new Serialisation.Examples("io.github.statecraft.compare", values, Map.of());
    }

    static Serialisation.Examples audit() {
        StatisticalAudit audit = StatisticalAudit.of(TOTALS);
        List<Serializable> values = List.of(
                audit,
                audit.indicators().get(0),
                audit.indicators().get(0).score(),
                audit.nodes().get(0),
                audit.nodes().get(1),
                audit.nodes().get(1).withPillar(),
                audit.pillars().get(0),
                audit.warnings().get(0));
        return new Serialisation.Examples("io.github.statecraft.audit", values, Map.of());
    }

    static Serialisation.Examples data() {
        return new Serialisation.Examples(
                "io.github.statecraft.data",
                List.of(
                        REF.dossier(),
                        TableReader.withDefaults()
                                .withUnit("iso3")
                                .ignoring("rank")
                                .withMissing("NA"),
                        CoinFiles.parse("code,a\nU,1\n", "code,level,parent,weight,direction\na,1,i,1,1\ni,2,,1,1\n")),
                Map.of(
                        ReferenceData.class, "loaded from the jar, not passed around; its dossier is serialisable",
                        CoinFiles.class, "functions only",
                        DossierFiles.class, "functions only",
                        FrameworkFiles.class, "functions only",
                        StrategyFiles.class, "functions only",
                        TableFiles.class, "functions only"));
    }
}
