package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Oracle: the Human Development Index 2022 as UNDP published it, Human Development Report 2023/2024, statistical annex, table
 * 1, by technical note 1; see the README beside the table. Our scale ends at 100, theirs at 1: their three decimals are our
 * one.
 */
class HumanDevelopmentIndexTest {
    private static final int THEIR_DECIMALS = 3;
    private static final List<Country> COUNTRIES = read();

    private record Country(String code, double[] inputs, BigDecimal index, int rank) {}

    private static final List<String> INPUTS =
            List.of("life_expectancy", "expected_schooling", "mean_schooling", "income");

    private static ScoringFramework framework() {
        Pillar education =
                ScoreFixtures.pillar("education", capped("expected_schooling", 0, 18), capped("mean_schooling", 0, 15));
        Indicator income = Indicator.of("income", new Normalisation.LogGoalposts(100, 75_000, OutOfRange.CAP, ""));
        return ScoreFixtures.framework(
                ScoreFixtures.geometric("hdi", 50, capped("life_expectancy", 20, 85), education, income));
    }

    private static Indicator capped(String id, double low, double high) {
        return Indicator.of(id, new Normalisation.Goalposts(low, high, OutOfRange.CAP, ""));
    }

    private static ScoreTable scores() {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (Country country : COUNTRIES) {
            table.unit(country.code());
            for (int i = 0; i < country.inputs().length; i++) {
                table.value(country.code(), INPUTS.get(i), country.inputs()[i]);
            }
        }
        return framework().scoreAll(table.build());
    }

    @Test
    void tableHasAllCountries() {
        assertThat(COUNTRIES).hasSize(193);
        assertThat(COUNTRIES.get(0).index()).isEqualByComparingTo("0.462");
    }

    @TestFactory
    List<DynamicTest> scoresEveryCountryAsPublished() {
        ScoreTable scores = scores();
        return COUNTRIES.stream()
                .map(country -> DynamicTest.dynamicTest(country.code(), () -> assertThat(
                                new BigDecimal(scores.score(country.code()).orElseThrow())
                                        .movePointLeft(2)
                                        .setScale(THEIR_DECIMALS, RoundingMode.HALF_EVEN))
                        .isEqualByComparingTo(country.index())))
                .toList();
    }

    /** Their ranks are competition ranks of the printed index. */
    @Test
    void ranksEveryCountryAsPublished() {
        Ranking ranking = scores().ranking().rounded(1);
        assertThat(COUNTRIES).allSatisfy(country -> assertThat(ranking.rank(country.code()))
                .as(country.code())
                .isEqualTo(country.rank()));
    }

    /** Finland, Belgium and Liechtenstein print 0.942 and share rank 12, but their indices differ. */
    @Test
    void ranksWhatPrintsAlikeApartAtFullPrecision() {
        Ranking ranking = scores().ranking();
        assertThat(List.of(ranking.rank("FIN"), ranking.rank("BEL"), ranking.rank("LIE")))
                .doesNotHaveDuplicates()
                .allSatisfy(rank -> assertThat(rank).isBetween(12.0, 14.0));
        assertThat(ranking.entries()).noneMatch(Ranking.Entry::tied);
    }

    @Test
    void explainsEveryCountryAgainstTheBaseline() {
        ScoreTable scores = scores();
        assertThat(COUNTRIES).allSatisfy(country -> {
            Scorecard card = scores.scorecard(country.code());
            double sum = card.baseline()
                    + card.contributions().stream()
                            .mapToDouble(Contribution::points)
                            .sum();
            assertThat(sum / card.score()).isBetween(1 - 1e-12, 1 + 1e-12);
        });
    }

    @Test
    void notesWhatWasCapped() {
        assertThat(scores().scorecard("LUX")
                        .contribution("income")
                        .orElseThrow()
                        .notes())
                .singleElement()
                .asString()
                .isEqualTo("78550 is beyond log goalposts 100 to 75000, CAP");
        assertThat(scores().scorecard("DEU").contributions())
                .allSatisfy(c -> assertThat(c.notes()).isEmpty());
    }

    private static List<Country> read() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HumanDevelopmentIndexTest.class.getResourceAsStream("hdi-2022.csv")),
                StandardCharsets.UTF_8))) {
            return file.lines()
                    .skip(1)
                    .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                    .map(cells -> new Country(
                            cells[0],
                            new double[] {
                                Double.parseDouble(cells[2]),
                                Double.parseDouble(cells[3]),
                                Double.parseDouble(cells[4]),
                                Double.parseDouble(cells[5])
                            },
                            new BigDecimal(cells[6]),
                            Integer.parseInt(cells[7])))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
