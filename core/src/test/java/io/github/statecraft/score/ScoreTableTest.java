package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Strategies, threads, serialisation: ways to the same score. */
class ScoreTableTest {
    private static final int THREADS = 8;

    private static final Evidence EVIDENCE = Evidence.of(
            Source.builder().title("Yearbook").publisher("Office").build(), EvidenceKind.MEASURED, Confidence.HIGH);

    private static final ScoringFramework INTENSITY = ScoreFixtures.framework(
            Indicator.builder()
                    .indicator("gerd_pct_gdp")
                    .weight(2)
                    .normalisation(Normalisation.goalposts(0, 5))
                    .build(),
            Indicator.builder()
                    .indicator("gdp_usd")
                    .normalisation(Normalisation.logGoalposts(100, 1e6))
                    .denomination(Denomination.per("population", 1, "USD per person"))
                    .build());

    private static NationalAiStrategy strategy(Jurisdiction jurisdiction, double gerd, double gdp) {
        return NationalAiStrategy.of(jurisdiction)
                .with("gerd_pct_gdp", Observation.of(Estimate.range(gerd, 0, 5), Unit.PERCENT, Year.of(2024), EVIDENCE))
                .with("gdp_usd", Observation.of(Estimate.of(gdp), Unit.USD_CURRENT, Year.of(2024), EVIDENCE))
                .with("population", Observation.of(Estimate.of(1e8), Unit.PERSONS, Year.of(2024), EVIDENCE));
    }

    private static ImmutableList<NationalAiStrategy> strategies() {
        return ImmutableList.of(
                strategy(Jurisdiction.of("USA"), 3.4, 1e13),
                strategy(Jurisdiction.of("CHN"), 2.6, 1e12),
                strategy(Jurisdiction.bloc("EUU"), 2.2, 1e12));
    }

    /** USA: 2/3 x 68 + 1/3 x 75 = 70.333; CHN: 2/3 x 52 + 1/3 x 50 = 51.333; by hand. */
    @Test
    void scoresStrategies() {
        ScoreTable scores = INTENSITY.scoreAll(strategies());
        assertThat(scores.score("USA").orElseThrow()).isCloseTo(211 / 3.0, within(1e-12));
        assertThat(scores.score("CHN").orElseThrow()).isCloseTo(154 / 3.0, within(1e-12));
        assertThat(scores.ranking().entries()).extracting(Ranking.Entry::unit).containsExactly("USA", "CHN");
        assertThat(scores.table().label("USA")).isEqualTo("United States");
        assertThat(scores.scorecard("USA").toString()).contains("[1] Office, Yearbook, MEASURED, HIGH");
    }

    @Test
    void scoresOneStrategyAsAmongAll() {
        ScoreTable scores = INTENSITY.scoreAll(strategies());
        for (NationalAiStrategy strategy : strategies()) {
            Scorecard card = INTENSITY.score(strategy);
            assertThat(card).isEqualTo(scores.scorecard(strategy.jurisdiction().code()));
            assertThat(Double.doubleToRawLongBits(card.score()))
                    .isEqualTo(
                            Double.doubleToRawLongBits(scores.score(card.unit()).orElseThrow()));
        }
    }

    @Test
    void refusesAJurisdictionTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INTENSITY.scoreAll(
                        List.of(strategies().get(0), strategies().get(0))))
                .withMessageContaining("USA was there already");
    }

    @Test
    void anUnknownNameNamesTheNearest() {
        ScoreTable scores = INTENSITY.scoreAll(strategies());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.score("US"))
                .withMessageContaining("nearest: USA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.scorecard("US"))
                .withMessageContaining("nearest: USA");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.scorecard("USA").contribution("gdp"))
                .withMessage("Scorecard: no indicator 'gdp' in test; nearest: gdp_usd, gerd_pct_gdp");
    }

    @Test
    void scoresAreTheSameFromManyThreads() throws Exception {
        Random random = new Random(20261124);
        ScoringFramework framework = RandomIndex.framework(
                random, RandomIndex.Means.MIXED, MissingDataPolicy.reweight(0.2, MissingDataPolicy.Scope.OVERALL));
        IndicatorTable table = RandomIndex.table(random, framework, 0.1);
        ScoreTable shared = framework.scoreAll(table);
        List<Scorecard> expected = cards(framework.scoreAll(table));
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Scorecard>>> jobs = new ArrayList<>();
            for (int i = 0; i < 20 * THREADS; i++) {
                boolean again = i % 2 == 0;
                jobs.add(() -> cards(again ? framework.scoreAll(table) : shared));
            }
            for (Future<List<Scorecard>> result : pool.invokeAll(jobs)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(expected).isNotEmpty();
    }

    private static List<Scorecard> cards(ScoreTable scores) {
        return scores.units().stream().map(scores::scorecard).toList();
    }

    static Stream<Serializable> values() {
        ScoreTable scores = INTENSITY.scoreAll(strategies());
        Scorecard card = scores.scorecard("USA");
        return Stream.of(
                INTENSITY,
                INTENSITY.withMissing(MissingDataPolicy.reweight(0.5, MissingDataPolicy.Scope.EVERY_PILLAR)),
                INTENSITY.index().withWeightsSumTo(3.0).withAggregation(Aggregation.geometric(50)),
                INTENSITY.indicators().get(1),
                Normalisation.minMax(),
                Normalisation.ordinalMap(Map.of(0.0, 0.0, 1.0, 100.0)),
                Denomination.times("population", 100, "persons"),
                scores.table(),
                scores,
                card,
                card.interval(),
                card.contributions().get(0),
                scores.ranking(),
                scores.ranking().entries().get(0));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueSurvivesSerialisation(Serializable value) throws Exception {
        Object copy = copy(value);
        assertThat(copy).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
        if (copy instanceof ScoreTable scores) {
            assertThat(cards(scores)).isEqualTo(cards((ScoreTable) value));
        }
    }

    @Test
    void onlyWhatScoresFollowFromIsWritten() throws Exception {
        IndicatorTable table = RandomIndex.table(new Random(5), INTENSITY, 1);
        ScoreTable scores = INTENSITY.scoreAll(table);
        ScoreTable copy = (ScoreTable) copy(scores);
        assertThat(copy.unscored()).isEqualTo(scores.unscored()).hasSize(5);
        assertThat(copy.units()).isEmpty();
    }

    @Test
    void noClassOfThePackageHasStaticStateThatChanges() throws Exception {
        List<String> mutable = new ArrayList<>();
        List<Class<?>> classes = classes();
        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && (!Modifier.isFinal(field.getModifiers())
                                || field.getType().isArray()
                                || (Collection.class.isAssignableFrom(field.getType())
                                        && !ImmutableList.class.isAssignableFrom(field.getType())))) {
                    mutable.add(type.getName() + "." + field.getName());
                }
            }
        }
        assertThat(classes).contains(Scoring.class, Ranking.class).hasSizeGreaterThan(30);
        assertThat(mutable).isEmpty();
    }

    /** The classes of the library in this package. */
    private static List<Class<?>> classes() throws Exception {
        Path folder = Path.of(Scoring.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(Scoring.class.getPackageName().replace('.', '/'));
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    classes.add(Class.forName(Scoring.class.getPackageName() + "." + name.replace(".class", "")));
                }
            }
        }
        return classes;
    }

    private static Object copy(Serializable value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
