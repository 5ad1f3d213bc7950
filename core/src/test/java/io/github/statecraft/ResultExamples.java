package io.github.statecraft;

import com.google.common.collect.ImmutableSortedMap;
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
import io.github.statecraft.score.Aggregation;
import io.github.statecraft.score.DataGaps;
import io.github.statecraft.score.Denomination;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.MissingDataPolicy;
import io.github.statecraft.score.Normalisation;
import io.github.statecraft.score.OutOfRange;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.Scorecard;
import io.github.statecraft.score.ScoringFramework;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

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
                TOTAL);
        return new Serialisation.Examples("io.github.statecraft.score", values, Map.of());
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
                both.shifts(),
                both.shifts().shifts().get(0),
                effects,
                effects.lines().get(0));
        return new Serialisation.Examples("io.github.statecraft.compare", values, Map.of());
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
