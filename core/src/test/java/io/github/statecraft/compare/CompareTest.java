package io.github.statecraft.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Normalisation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparisons of hand-made tables whose answers are worked out by hand, and of everything that is bundled. */
class CompareTest {
    private static final ReferenceData REF = ReferenceData.load();

    private static ScoringFramework framework(String id, ScaleBasis basis, String... indicators) {
        Pillar.Builder index = Pillar.builder().id("index");
        for (String indicator : indicators) {
            index.addChildren(Indicator.of(indicator, Normalisation.goalposts(0, 100)));
        }
        return ScoringFramework.builder()
                .id(id)
                .version("1")
                .question("Who leads?")
                .rationale("To be tested.")
                .scaleBasis(basis)
                .index(index.build())
                .build();
    }

    /** Units A to E with scores from 0 to 100 in column {@code x}; a blank score is missing; Z is a bloc. */
    private static ScoreTable scores(String id, ScaleBasis basis, String... scores) {
        IndicatorTable.Builder table = IndicatorTable.builder().indicator("x");
        for (int i = 0; i < scores.length; i++) {
            String unit = i == 5 ? "Z" : String.valueOf((char) ('A' + i));
            table.unit(unit, "unit " + unit, i != 5);
            if (!scores[i].isEmpty()) {
                table.value(unit, "x", Double.parseDouble(scores[i]));
            }
        }
        return framework(id, basis, "x").scoreAll(table.build());
    }

    private static Ranking ranking(Object... unitsAndScores) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (int i = 0; i < unitsAndScores.length; i += 2) {
            scores.put((String) unitsAndScores[i], ((Number) unitsAndScores[i + 1]).doubleValue());
        }
        return Ranking.of(scores, Ranking.Ties.STANDARD);
    }

    @Test
    void ranksAreCountedAnewAmongThoseInBoth() {
        // before A 1, B 2, C 3, D 4; after C 1, D 2, E 3, A 4; among A, C, D: 1 2 3 becomes 3 1 2
        RankShifts shifts =
                RankShifts.between(ranking("A", 9, "B", 8, "C", 7, "D", 6), ranking("C", 4, "D", 3, "E", 2, "A", 1));
        assertThat(shifts.shifts())
                .containsExactly(
                        new RankShifts.Shift("A", 1, 3),
                        new RankShifts.Shift("C", 2, 1),
                        new RankShifts.Shift("D", 3, 2));
        assertThat(shifts.lost()).containsExactly("B");
        assertThat(shifts.gained()).containsExactly("E");
        assertThat(shifts.moved()).isEqualTo(3);
        assertThat(shifts.shifts().get(0).places()).isEqualTo(-2);
        assertThat(shifts.largest(2)).extracting(RankShifts.Shift::unit).containsExactly("A", "C");
        assertThat(shifts)
                .hasToString(
                        "3 of the 3 units ranked both times move; most, counted among these: A 1 -> 3, C 2 -> 1, D 3 -> 2; no\n"
                                + "  rank any more: B; ranked anew: E.");
    }

    /** A figure that is a year older than the one that is read may be too old to be read itself; then it disagrees with nothing. */
    @Test
    void everyConflictOfTheBundledDataCanBeTriedAsOfAnyYear() {
        for (int year = 2022; year <= 2034; year++) {
            Year asOf = Year.of(year);
            List<NationalAiStrategy> strategies =
                    REF.strategies().stream().map(s -> s.withAsOf(asOf)).toList();
            for (Dossier.Conflict conflict : REF.dossier().conflicts(asOf)) {
                if (!conflict.jurisdiction().isBloc()) {
                    ConflictEffects effects = ConflictEffects.of(conflict, strategies, REF.frameworks());
                    assertThat(effects.lines()).hasSizeGreaterThan(1).allSatisfy(line -> assertThat(line.onIndicator())
                            .isGreaterThanOrEqualTo(1));
                }
            }
        }
    }

    @Test
    void nobodyMovesMerelyBecauseSomebodyIsGone() {
        RankShifts shifts = RankShifts.between(ranking("A", 9, "B", 8, "C", 7), ranking("B", 2, "C", 1));
        assertThat(shifts.moved()).isZero();
        assertThat(shifts.largest(5)).isEmpty();
        assertThat(shifts).hasToString("0 of the 2 units ranked both times move; no rank any more: A.");
    }

    @Test
    void tiesHoldTheBestRankTheyTakeUp() {
        RankShifts shifts = RankShifts.between(ranking("A", 9, "B", 9, "C", 7), ranking("A", 9, "B", 8, "C", 8));
        assertThat(shifts.shifts())
                .containsExactly(
                        new RankShifts.Shift("A", 1, 1),
                        new RankShifts.Shift("B", 1, 2),
                        new RankShifts.Shift("C", 3, 2));
    }

    @Test
    void aLongListOfShiftsIsAtMostAHundredColumnsWide() {
        Map<String, Double> there = new LinkedHashMap<>();
        Map<String, Double> back = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            there.put("unit" + i, (double) i);
            back.put((i < 20 ? "unit" : "other") + i, -(double) i);
        }
        String text = RankShifts.between(
                        Ranking.of(there, Ranking.Ties.AVERAGE), Ranking.of(back, Ranking.Ties.STANDARD))
                .toString();
        assertThat(text.lines()).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 100);
    }

    @Test
    void theVerdictSaysThatTheBasisDecides() {
        SideBySide both = SideBySide.of(
                scores("t", ScaleBasis.TOTAL, "90", "80", "70", "60", ""),
                scores("h", ScaleBasis.PER_HEAD, "10", "80", "70", "60", "50"));
        assertThat(both.verdict())
                .isEqualTo("The basis decides: t puts A first, h puts B first; A goes from 1 to 5; B goes from 2 to 1. "
                        + "4 of 4 ranks differ.");
        assertThat(both.shifts().gained()).containsExactly("E");
    }

    @Test
    void theVerdictSaysThatTheFrameworkDoesNotDecide() {
        SideBySide both = SideBySide.of(
                scores("a", ScaleBasis.SHARE, "90", "80", "70"), scores("b", ScaleBasis.SHARE, "90", "60", "70"));
        assertThat(both.verdict())
                .isEqualTo("The framework does not decide who leads: A is first under both. " + "2 of 3 ranks differ.");
    }

    @Test
    void theVerdictNamesAllWhoTie() {
        SideBySide both = SideBySide.of(
                scores("a", ScaleBasis.SHARE, "90", "90", "70"), scores("b", ScaleBasis.SHARE, "95", "95", "99"));
        assertThat(both.verdict()).contains("a puts A and B first, b puts C first", "C goes from 3 to 1");
        SideBySide tied = SideBySide.of(
                scores("a", ScaleBasis.SHARE, "90", "90", "70"), scores("b", ScaleBasis.SHARE, "95", "95", "9"));
        assertThat(tied.verdict()).contains("A and B are first under both", "0 of 3 ranks differ");
    }

    @Test
    void theVerdictSaysWhenNobodyHasARank() {
        SideBySide both = SideBySide.of(scores("a", ScaleBasis.SHARE, "", ""), scores("b", ScaleBasis.SHARE, "", "5"));
        assertThat(both.verdict()).contains("a puts nobody first, b puts B first", "B goes from no rank to 1");
    }

    @Test
    void blocsStandBelowWithoutRank() {
        String text = SideBySide.of(
                        scores("a", ScaleBasis.SHARE, "90", "80", "70", "60", "50", "99"),
                        scores("b", ScaleBasis.SHARE, "90", "80", "70", "60", "50", "99"))
                .toString();
        assertThat(text).contains("blocs, scored but not ranked", "A is first under both");
        String bloc =
                text.lines().filter(line -> line.startsWith("Z ")).findFirst().orElseThrow();
        assertThat(bloc).contains(" - ", "99.0");
        assertThat(text.indexOf("\nZ ")).isGreaterThan(text.indexOf("\nE "));
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
    }

    /** Versions, methodologies and tables of one framework are told apart; labels that say no more than ids are left out. */
    @Test
    void theTwoSidesOfOneFrameworkAreToldApart() {
        ScoringFramework own = framework("a", ScaleBasis.SHARE, "x");
        IndicatorTable table = IndicatorTable.builder()
                .unit("U03")
                .unit("U04")
                .value("U03", "x", 3)
                .value("U04", "x", 4)
                .build();
        ScoreTable scores = own.scoreAll(table);
        assertThat(SideBySide.of(scores, own.withVersion("2").scoreAll(table))
                        .toString()
                        .lines())
                .startsWith("A: a 1, SHARE. Who leads?", "B: a 2, SHARE. Who leads?");
        ScoreTable other = own.withIndex(own.index().withAggregation(Aggregation.minimum()))
                .scoreAll(table);
        assertThat(SideBySide.of(scores, other).toString().lines())
                .startsWith(
                        "A: a 1, fingerprint " + own.fingerprint().substring(0, 12) + ", SHARE. Who leads?",
                        "B: a 1, fingerprint " + other.framework().fingerprint().substring(0, 12)
                                + ", SHARE. Who leads?");
        String same = SideBySide.of(scores, scores).toString();
        assertThat(same.lines()).startsWith("A: a 1, SHARE. Who leads?", "B: the same methodology, the same table");
        assertThat(same).doesNotContainPattern("U03 +U03");
        ScoreTable later = own.scoreAll(IndicatorTable.builder()
                .unit("U03")
                .unit("U04")
                .value("U03", "x", 5)
                .value("U04", "x", 4)
                .build());
        assertThat(SideBySide.of(scores, later).toString().lines())
                .startsWith("A: a 1, SHARE. Who leads?", "B: the same methodology, another table");
    }

    /** As values, 0.444 and 0.436 are 0.008 apart: one decimal and four more. Each side has its own. */
    @Test
    void eachSideHasTheDecimalsOfItsScores() {
        ScoringFramework plain = framework("a", ScaleBasis.SHARE, "x");
        ScoringFramework values =
                plain.withId("b").withIndex(plain.index().withChildren(Indicator.of("x", Normalisation.asIs())));
        IndicatorTable table = IndicatorTable.builder()
                .unit("u")
                .unit("v")
                .value("u", "x", 0.444)
                .value("v", "x", 0.436)
                .build();
        assertThat(SideBySide.of(plain.scoreAll(table), values.scoreAll(table))
                        .toString()
                        .lines())
                .anyMatch(line -> line.matches("u .* 0\\.4 .* 0\\.44400 .*"))
                .anyMatch(line -> line.matches("v .* 0\\.4 .* 0\\.43600 .*"));
    }

    @Test
    void refusesTablesOfDifferentUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SideBySide.of(
                        scores("a", ScaleBasis.SHARE, "1", "2"), scores("b", ScaleBasis.SHARE, "1", "2", "3")))
                .withMessageContainingAll("same units", "2 and 3");
    }

    private static Observation share(double value, int year, String source) {
        Evidence evidence = Evidence.of(
                Source.builder()
                        .id(source)
                        .title("Title of " + source)
                        .publisher("Office of " + source)
                        .build(),
                EvidenceKind.MEASURED,
                Confidence.HIGH);
        return Observation.of(Estimate.of(value), Unit.PERCENT, Year.of(year), evidence);
    }

    private static NationalAiStrategy country(String code, Observation... observations) {
        return NationalAiStrategy.of(Jurisdiction.of(code)).with("gerd_gov_share_pct", observations);
    }

    private static ConflictEffects effects() {
        Observation withdrawn = share(80, 2024, "S3").withStatus(Observation.Status.WITHDRAWN);
        NationalAiStrategy norway = country("NOR", share(20, 2024, "S1"), share(60, 2023, "S2"), withdrawn);
        Dossier.Conflict conflict = new Dossier.Conflict(
                Jurisdiction.of("NOR"),
                Attribute.of("gerd_gov_share_pct"),
                norway.quantity("gerd_gov_share_pct").conflicting());
        return ConflictEffects.of(
                conflict,
                List.of(norway, country("SWE", share(50, 2024, "S1")), country("DNK", share(70, 2024, "S1"))),
                List.of(
                        framework("uses", ScaleBasis.SHARE, "gerd_gov_share_pct"),
                        framework("other", ScaleBasis.SHARE, "gerd_pct_gdp")));
    }

    @Test
    void eachReadingIsScoredAndAWithdrawnFigureAsIfItStood() {
        // against 50 and 70: 20 is third, 60 second, 80 first
        ConflictEffects effects = effects();
        assertThat(effects.lines())
                .extracting(l -> l.observation().estimate().value(), ConflictEffects.Line::onIndicator, l -> l.known())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(20.0, 3.0, 3),
                        org.assertj.core.api.Assertions.tuple(60.0, 2.0, 3),
                        org.assertj.core.api.Assertions.tuple(80.0, 1.0, 3));
        assertThat(effects.lines().get(0).observation().estimate().value()).isEqualTo(20);
        assertThat(effects.lines()).allSatisfy(line -> {
            assertThat(line.outcomes()).containsOnlyKeys("uses");
            assertThat(line.outcomes().get("uses").rank()).isEqualTo(line.onIndicator());
            assertThat(line.outcomes().get("uses").score())
                    .isEqualTo(line.observation().estimate().value());
        });
        assertThat(effects.toString())
                .contains("Norway", "withdrawn", "read", "also stands", "1 of 3", "S3: Office of S3");
    }

    @Test
    void saysWhenNoFrameworkUsesTheQuantity() {
        Dossier.Conflict conflict = effects().conflict();
        NationalAiStrategy norway = country("NOR", share(20, 2024, "S1"));
        ConflictEffects effects = ConflictEffects.of(conflict, List.of(norway), List.of());
        assertThat(effects.toString()).contains("No framework asked uses it");
        assertThat(effects.lines()).allMatch(line -> line.known() == 1);
    }

    @Test
    void refusesAConflictOfSomebodyElseAndOfABloc() {
        Dossier.Conflict conflict = effects().conflict();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConflictEffects.of(conflict, List.of(country("SWE")), List.of()))
                .withMessageContainingAll("NOR", "among the strategies");
        Dossier.Conflict bloc =
                new Dossier.Conflict(Jurisdiction.of("EUU"), conflict.attribute(), conflict.observations());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConflictEffects.of(bloc, REF.blocs(), List.of()))
                .withMessageContainingAll("EUU", "holds no rank");
    }

    static Stream<Dossier.Conflict> conflicts() {
        return REF.dossier().conflicts(ReferenceData.AS_OF).stream()
                .filter(c -> !c.jurisdiction().isBloc());
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void everyBundledConflictOfACountryHasEffects(Dossier.Conflict conflict) {
        ConflictEffects effects =
                ConflictEffects.of(conflict, Iterables.concat(REF.strategies(), REF.blocs()), REF.frameworks());
        assertThat(effects.lines()).hasSameSizeAs(conflict.observations());
        assertThat(effects.lines()).allMatch(line -> line.onIndicator() >= 1 && line.onIndicator() <= line.known());
        assertThat(effects.toString().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void bothBasesOfTheBundledDataSideBySideFitAHundredColumns() {
        ImmutableList<NationalAiStrategy> all = ImmutableList.copyOf(Iterables.concat(REF.strategies(), REF.blocs()));
        SideBySide both = SideBySide.of(
                REF.framework("deployment-at-scale.total").scoreAll(all),
                REF.framework("deployment-at-scale.intensity").scoreAll(all));
        assertThat(both.toString().lines()).allMatch(line -> line.length() <= 100);
        // the design: totals put China first, shares about thirtieth
        assertThat(both.left().ranking().rank("CHN")).isEqualTo(1);
        assertThat(both.right().ranking().rank("CHN")).isBetween(10.0, 40.0);
        assertThat(both.verdict()).startsWith("The basis decides: deployment-at-scale.total puts CHN first");
    }

    @Test
    void comparisonsAndDataAreSerialisable() throws Exception {
        List<Object> values = List.of(
                effects(),
                effects().lines().get(0),
                RankShifts.between(ranking("A", 2, "B", 1), ranking("A", 1, "B", 2)),
                SideBySide.of(scores("a", ScaleBasis.SHARE, "1", "2"), scores("b", ScaleBasis.SHARE, "3", "2")),
                REF.dossier(),
                REF.strategy("CHN"),
                REF.frameworks().get(0),
                REF.dossier().conflicts(ReferenceData.AS_OF).get(0));
        for (Object value : values) {
            Object copy = copy(value);
            assertThat(copy).isNotSameAs(value).hasToString(value.toString()).isEqualTo(value);
            assertThat(copy).hasSameHashCodeAs(value);
        }
    }

    private static Object copy(Object value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
