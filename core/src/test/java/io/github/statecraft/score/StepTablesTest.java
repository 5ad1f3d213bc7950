package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.StepFixtures.MISSING;
import static io.github.statecraft.score.StepFixtures.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.data.TableFiles;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of every step of one small index, worked by hand. */
class StepTablesTest {
    /** Index: p (weight 1) of a per people, and q (weight 3) of b and c alike. */
    private static final ScoringFramework FRAMEWORK = framework(
                    pillar(
                            "p",
                            Indicator.of("a", Normalisation.goalposts(0, 10))
                                    .withDenomination(Denomination.per("people", 1, "a head"))),
                    pillar(
                                    "q",
                                    Indicator.of("b", Normalisation.minMax())
                                            .withImputation(Imputation.mean(Imputation.Donors.ALL))
                                            .withTreatments(Treatment.cap(0, 50)),
                                    Indicator.of("c", Normalisation.goalposts(0, 100)))
                            .withWeight(3))
            .withMissing(MissingDataPolicy.minimumCount(2, MissingDataPolicy.Scope.OVERALL));

    /** Units with a, people, b, c and a column that nobody asks for; v has one known value and is screened out. */
    private static final IndicatorTable TABLE = table();

    private static IndicatorTable table() {
        String[] units = {"s", "t", "u", "v", "bloc"};
        double[][] rows = {
            {12, 2, 10, 20, 1},
            {8, 4, 90, MISSING, 2},
            {5, 1, MISSING, 60, 3},
            {MISSING, 1, MISSING, 40, 4},
            {9, 3, 30, 100, 5}
        };
        List<String> names = List.of("a", "people", "b", "c", "other");
        IndicatorTable.Builder table = IndicatorTable.builder().asOf(Year.of(2025));
        names.forEach(table::indicator);
        for (int row = 0; row < units.length; row++) {
            table.unit(units[row], "Unit " + units[row], row < 4);
            if (row % 2 == 0) {
                table.group(units[row], "even");
            }
            for (int column = 0; column < names.size(); column++) {
                if (!Double.isNaN(rows[row][column])) {
                    table.value(units[row], names.get(column), rows[row][column]);
                }
            }
        }
        return table.build();
    }

    private static IndicatorTable after(Step step) {
        return FRAMEWORK.scoreAll(TABLE).table(step);
    }

    private static void assertColumns(Step step, List<String> names, double[]... expected) {
        IndicatorTable table = after(step);
        assertThat(table.indicators()).as(step + "").containsExactlyElementsOf(names);
        for (int i = 0; i < expected.length; i++) {
            assertThat(column(table, names.get(i)))
                    .as(step + " " + names.get(i))
                    .containsExactly(expected[i], within(1e-13));
        }
    }

    /** The mean of the ranked donors 10 and 90 is 50; 90 comes to 50, so b goes from 10 to 50 and the bloc's 30 is in the middle. */
    @Test
    void everyStepLeavesItsTable() {
        List<String> leaves = List.of("a", "b", "c");
        assertColumns(
                Step.SELECTED,
                List.of("a", "people", "b", "c"),
                new double[] {12, 8, 5, MISSING, 9},
                new double[] {2, 4, 1, 1, 3},
                new double[] {10, 90, MISSING, MISSING, 30},
                new double[] {20, MISSING, 60, 40, 100});
        assertColumns(
                Step.DENOMINATED,
                leaves,
                new double[] {6, 2, 5, MISSING, 3},
                new double[] {10, 90, MISSING, MISSING, 30},
                new double[] {20, MISSING, 60, 40, 100});
        assertColumns(
                Step.SCREENED, leaves, new double[] {6, 2, 5, 3}, new double[] {10, 90, MISSING, 30}, new double[] {
                    20, MISSING, 60, 100
                });
        assertColumns(Step.IMPUTED, leaves, new double[] {6, 2, 5, 3}, new double[] {10, 90, 50, 30}, new double[] {
            20, MISSING, 60, 100
        });
        assertColumns(Step.TREATED, leaves, new double[] {6, 2, 5, 3}, new double[] {10, 50, 50, 30}, new double[] {
            20, MISSING, 60, 100
        });
        assertColumns(
                Step.NORMALISED, leaves, new double[] {60, 20, 50, 30}, new double[] {0, 100, 100, 50}, new double[] {
                    20, MISSING, 60, 100
                });
        assertColumns(
                Step.WEIGHTED,
                leaves,
                new double[] {15, 5, 12.5, 7.5},
                new double[] {0, 75, 37.5, 18.75},
                new double[] {7.5, MISSING, 22.5, 37.5});
        assertColumns(
                Step.AGGREGATED,
                List.of("index", "p", "a", "q", "b", "c"),
                new double[] {22.5, 80, 72.5, 63.75},
                new double[] {60, 20, 50, 30},
                new double[] {60, 20, 50, 30},
                new double[] {10, 100, 80, 75},
                new double[] {0, 100, 100, 50},
                new double[] {20, MISSING, 60, 100});
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void unitsKeepTheirLabelsRanksGroupsAndYear(Step step) {
        IndicatorTable table = after(step);
        assertThat(table.units())
                .containsExactlyElementsOf(
                        step.compareTo(Step.SCREENED) < 0
                                ? List.of("s", "t", "u", "v", "bloc")
                                : List.of("s", "t", "u", "bloc"));
        assertThat(table.asOf()).contains(Year.of(2025));
        assertThat(table.label("u")).isEqualTo("Unit u");
        assertThat(table.group("u")).isEqualTo(Optional.of("even"));
        assertThat(table.group("t")).isEmpty();
        assertThat(table.isRanked("u")).isTrue();
        assertThat(table.isRanked("bloc")).isFalse();
    }

    /** What contributions say is what the tables say. */
    @Test
    void contributionsHaveTheValuesOfTheTables() {
        ScoreTable scores = FRAMEWORK.scoreAll(TABLE);
        for (String unit : scores.units()) {
            for (Contribution c : scores.scorecard(unit).contributions()) {
                assertThat(c.denominated())
                        .isEqualTo(scores.table(Step.SCREENED).value(unit, c.id()));
                assertThat(c.treated()).isEqualTo(scores.table(Step.TREATED).value(unit, c.id()));
                assertThat(scores.table(Step.NORMALISED).value(unit, c.id())).hasValue(c.normalised());
                assertThat(scores.table(Step.WEIGHTED).value(unit, c.id())).hasValue(c.points());
            }
            assertThat(scores.table(Step.AGGREGATED).value(unit, "index")).isEqualTo(scores.score(unit));
        }
    }

    /** A file says of no year; with that, the table of a step is written and read back as it was, to the bit. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void everyStepSurvivesAFile(Step step) {
        IndicatorTable table = after(step);
        IndicatorTable read = TableFiles.parse(TableFiles.format(table));
        assertThat(read.withAsOf(Year.of(2025))).isEqualTo(table);
        assertThat(TableFiles.format(read)).isEqualTo(TableFiles.format(table));
    }

    /** A step's table can be scored again: what is normalised, as it is, gives the same scores. */
    @Test
    void aStepCanBeScoredAgain() {
        ScoringFramework rest = framework(
                        pillar("p", Indicator.of("a", Normalisation.asIs())),
                        pillar("q", Indicator.of("b", Normalisation.asIs()), Indicator.of("c", Normalisation.asIs()))
                                .withWeight(3))
                .withMissing(MissingDataPolicy.minimumCount(2, MissingDataPolicy.Scope.OVERALL));
        ScoreTable again = rest.scoreAll(after(Step.NORMALISED));
        assertThat(column(again.table(Step.AGGREGATED), "index")).containsExactly(22.5, 80, 72.5, 63.75);
    }
}
