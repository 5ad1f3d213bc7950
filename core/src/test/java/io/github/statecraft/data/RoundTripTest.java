package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import io.github.statecraft.MethodExamples;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.EventDate;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.model.PolicyEvent;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written is read back equal, and written again it is the same text. Properties over everything that is bundled and
 * over random frameworks of fixed seeds; what the fixtures hold is asserted from their text.
 */
class RoundTripTest {
    @TempDir
    Path directory;

    static Stream<String> codes() {
        return Stream.concat(REF.strategies().stream(), REF.blocs().stream())
                .map(s -> s.jurisdiction().code());
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    static Stream<String> texts() {
        return RandomFramework.TEXTS.stream().filter(text -> !text.isBlank());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyBundledStrategyIsReadBackEqual(String code) {
        NationalAiStrategy strategy = REF.strategy(code);
        for (TextFormat format : TextFormat.values()) {
            assertSame(strategy, format);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployment-at-scale.total", "deployment-at-scale.intensity", "frontier-race", "balanced"})
    void everyBundledFrameworkIsReadBackEqual(String id) {
        for (TextFormat format : TextFormat.values()) {
            assertSame(REF.framework(id), format);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomFrameworksAreReadBackEqual(long seed) {
        for (TextFormat format : TextFormat.values()) {
            assertSame(RandomFramework.of(seed), format);
        }
    }

    @Test
    void randomFrameworksHaveEveryMethod() {
        List<Object> methods = new ArrayList<>();
        seeds().mapToObj(RandomFramework::of).forEach(framework -> {
            methods.add(framework.missing());
            collect(framework.index(), methods);
        });
        for (Class<?> step : List.of(
                Imputation.class,
                Treatment.class,
                Normalisation.class,
                Benchmark.class,
                Aggregation.class,
                Weighting.class,
                MissingDataPolicy.class)) {
            assertThat(MethodExamples.absent(step, methods)).isEmpty();
        }
    }

    private static void collect(IndexNode node, List<Object> methods) {
        if (node instanceof Indicator indicator) {
            indicator.imputation().ifPresent(methods::add);
            methods.addAll(indicator.treatments());
            methods.add(indicator.normalisation());
            if (indicator.normalisation() instanceof Normalisation.Distance distance) {
                methods.add(distance.benchmark());
            }
        } else if (node instanceof Pillar pillar) {
            methods.add(pillar.weighting());
            methods.add(pillar.aggregation());
            pillar.missing().ifPresent(methods::add);
            pillar.children().forEach(child -> collect(child, methods));
        }
    }

    /** Every method alone, each parameter with two values or more. */
    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void everyMethodIsReadBackEqual(TextFormat format) {
        ScoringFramework framework = FrameworkFiles.parse(Fixtures.text("framework-1.json"), TextFormat.JSON);
        Indicator leaf = (Indicator) framework.node("gerd_pct_gdp");
        Pillar pair = framework.index();
        MethodExamples.denominations().forEach(m -> assertSame(framework.withNode(leaf.withDenomination(m)), format));
        MethodExamples.imputations().forEach(m -> assertSame(framework.withNode(leaf.withImputation(m)), format));
        MethodExamples.treatments().forEach(m -> assertSame(framework.withNode(leaf.withTreatments(m)), format));
        MethodExamples.normalisations().forEach(m -> {
            assertSame(framework.withNode(leaf.withNormalisation(m)), format);
            if (!(m instanceof Normalisation.OrdinalMap)) { // codes have no place above leaves
                assertSame(framework.withIndex(pair.withNormalisation(m)), format);
            }
        });
        MethodExamples.policies().forEach(m -> {
            assertSame(framework.withMissing(m), format);
            assertSame(framework.withIndex(pair.withMissing(m)), format);
        });
        MethodExamples.weightings(ImmutableList.of("use", "research"))
                .forEach(m -> assertSame(framework.withIndex(pair.withWeighting(m)), format));
        MethodExamples.aggregations("use", "research")
                .forEach(m -> assertSame(framework.withIndex(pair.withAggregation(m)), format));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsAreReadBackLetterByLetter(String text) {
        Source source = Source.builder()
                .id(text)
                .title(text)
                .publisher(text)
                .link(text)
                .licence(text)
                .build();
        Evidence evidence =
                Evidence.of(source, EvidenceKind.MEASURED, Confidence.HIGH).withNote(text);
        NationalAiStrategy strategy = NationalAiStrategy.of(Jurisdiction.of("NOR"))
                .with("population", Observation.of(Estimate.of(5.5e6), Unit.PERSONS, Year.of(2024), evidence))
                .withEvents(event(text, evidence));
        for (TextFormat format : TextFormat.values()) {
            assertSame(strategy, format);
        }
    }

    private static PolicyEvent event(String text, Evidence evidence) {
        return PolicyEvent.builder()
                .id(text)
                .date(EventDate.parse("2024-02"))
                .jurisdiction(Jurisdiction.of("NOR"))
                .type(PolicyEvent.Type.MILESTONE)
                .title(text)
                .detail(text)
                .evidence(evidence)
                .build();
    }

    private static void assertSame(NationalAiStrategy strategy, TextFormat format) {
        String text = StrategyFiles.format(strategy, format);
        NationalAiStrategy read = StrategyFiles.parse(text, format);
        assertThat(read).isEqualTo(strategy);
        assertThat(StrategyFiles.format(read, format)).isEqualTo(text);
    }

    private static void assertSame(ScoringFramework framework, TextFormat format) {
        String text = FrameworkFiles.format(framework, format);
        ScoringFramework read = FrameworkFiles.parse(text, format);
        assertThat(read).isEqualTo(framework);
        assertThat(read.fingerprint()).isEqualTo(framework.fingerprint());
        assertThat(FrameworkFiles.format(read, format)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void strategiesKeepSpreadsDatesAndStates(TextFormat format) {
        Evidence evidence = Evidence.assumption("what if");
        Observation rule = Observation.builder()
                .estimate(Estimate.exactly(1))
                .unit(Unit.ORDINAL)
                .year(Year.of(2025))
                .evidence(evidence)
                .build();
        LocalDate day = LocalDate.of(2025, 1, 13);
        NationalAiStrategy strategy = NationalAiStrategy.of(Jurisdiction.bloc("XYZ"))
                .withAsOf(Year.of(2025))
                .with(
                        "gerd_gov_share_pct",
                        Observation.of(Estimate.range(0.1 + 0.2, -0.0, 1.0 / 3), Unit.PERCENT, Year.of(2024), evidence),
                        Observation.of(Estimate.interval90(30, 29.5, 1e2), Unit.PERCENT, Year.of(2023), evidence)
                                .withStatus(Observation.Status.WITHDRAWN),
                        Observation.of(Estimate.of(Double.MIN_VALUE), Unit.PERCENT, Year.of(2022), evidence)
                                .withStatus(Observation.Status.PARTIAL)
                                .withIsSupplementary(true))
                .with(
                        "ai_premarket_control",
                        rule.withInForce(Range.atLeast(day)),
                        rule.withInForce(Range.lessThan(day)),
                        rule.withInForce(Range.closedOpen(day, day.plusDays(1))))
                .withEvents(PolicyEvent.builder()
                        .date(EventDate.parse("2021"))
                        .jurisdiction(Jurisdiction.of("USA"))
                        .target(Jurisdiction.bloc("XYZ"))
                        .type(PolicyEvent.Type.EXPORT_CONTROL)
                        .title("against a bloc of the user's own")
                        .evidence(evidence)
                        .build());
        assertSame(strategy, format);
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void theFixtureOfFrameworkFormatOneIsReadForEver(TextFormat format) {
        // every JSON text is YAML as well
        ScoringFramework framework = FrameworkFiles.parse(Fixtures.text("framework-1.json"), format);
        assertThat(framework.id()).isEqualTo("example.intensity");
        assertThat(framework.version()).isEqualTo("1");
        assertThat(framework.scaleBasis()).isEqualTo(ScaleBasis.PER_HEAD);
        assertThat(framework.missing())
                .isEqualTo(MissingDataPolicy.reweight(0.6, MissingDataPolicy.Scope.EVERY_PILLAR));
        assertThat(framework.columns()).containsExactly("genai_user_share_pct", "online_purchase_pct", "gerd_pct_gdp");
        assertThat(((Pillar) framework.node("use")).children().get(0).weight()).isEqualTo(2);
        assertThat(((Indicator) framework.node("gerd_pct_gdp")).normalisation())
                .isEqualTo(new Normalisation.Goalposts(
                        0, 6, OutOfRange.CAP, "above 6 % more effort is not more diffusion"));
        assertSame(framework, format);
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void theFixtureOfStrategyFormatOneIsReadForEver(TextFormat format) {
        NationalAiStrategy strategy = StrategyFiles.parse(Fixtures.text("strategy-1.json"), format);
        assertThat(strategy.jurisdiction()).isEqualTo(Jurisdiction.of("BRA"));
        assertThat(strategy.quantity("gdp_usd").estimate().orElseThrow().value())
                .isEqualTo(2173665655937.27);
        assertThat(strategy.quantity("gerd_pct_gdp").estimate()).contains(Estimate.of(1.14526));
        assertThat(strategy.quantity("genai_user_share_pct").estimate()).contains(Estimate.range(25, 20, 30));
        Evidence evidence =
                strategy.quantity("genai_user_share_pct").observations().get(0).evidence();
        assertThat(evidence.note()).contains("what if use were higher");
        assertThat(evidence.source().link()).isEmpty();
        assertThat(strategy.events()).singleElement().satisfies(event -> {
            assertThat(event.date()).isEqualTo(EventDate.parse("2021"));
            assertThat(event.evidence().kind()).isEqualTo(EvidenceKind.LEGAL_TEXT);
        });
        assertSame(strategy, format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.json", "x.yaml", "x.YML"})
    void filesAreReadByTheirNames(String name) throws IOException {
        Path strategyFile = directory.resolve("strategy-" + name);
        StrategyFiles.write(REF.strategy("CHN"), strategyFile);
        assertThat(StrategyFiles.read(strategyFile)).isEqualTo(REF.strategy("CHN"));
        Path frameworkFile = directory.resolve(name);
        FrameworkFiles.write(REF.frameworks().get(0), frameworkFile);
        assertThat(FrameworkFiles.read(frameworkFile))
                .isEqualTo(REF.frameworks().get(0));
        assertThat(Files.readString(frameworkFile)).endsWith("\n").doesNotContain("\r");
        assertThat(Files.readAllBytes(frameworkFile)[0]).isEqualTo((byte) (name.endsWith("json") ? '{' : 'f'));
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException {
        Path file = directory.resolve("marked.json");
        Files.writeString(file, "\uFEFF" + Fixtures.text("framework-1.json"), StandardCharsets.UTF_8);
        assertThat(FrameworkFiles.read(file).id()).isEqualTo("example.intensity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "x", "json"})
    void refusesOtherFileNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrategyFiles.read(Path.of(name)))
                .withMessageContainingAll("must end in .json, .yaml or .yml", "'" + name + "'");
    }

    @Test
    void goalpostsInAnotherUnitOfTheAttributeAreConverted() {
        // the bundled framework says 0 to 1000 USD billion (PPP)
        Indicator gerd = (Indicator) REF.framework("deployment-at-scale.total").node("gerd_ppp_usd_bn");
        assertThat(gerd.normalisation()).isInstanceOfSatisfying(Normalisation.Goalposts.class, g -> assertThat(g.high())
                .isEqualTo(1e12));
    }

    @Test
    void theBundledDossierIsReadBackEqual() {
        DossierFiles.write(REF.dossier(), directory);
        assertThat(directory).isDirectoryContaining("glob:**/supplement.csv");
        assertThat(DossierFiles.read(directory)).isEqualTo(REF.dossier());
        Path again = directory.resolve("again");
        DossierFiles.write(DossierFiles.read(directory), again);
        assertThat(List.of("observations.csv", "supplement.csv", "sources.csv", "events.csv"))
                .allSatisfy(name -> assertThat(again.resolve(name)).hasSameBinaryContentAs(directory.resolve(name)));
    }

    @Test
    void twoFilesAreADossierAndReplaceWhatStoodThere() throws IOException {
        Files.writeString(directory.resolve("events.csv"), "old");
        Dossier small = Dossier.builder()
                .observe(
                        Jurisdiction.of("AUS"),
                        Attribute.of("ai_patents"),
                        Observation.of(Estimate.of(895), Unit.COUNT, Year.of(2020), evidence("CSET-PAT")))
                .build();
        DossierFiles.write(small, directory);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("observations.csv", "sources.csv");
        }
        assertThat(DossierFiles.read(directory)).isEqualTo(small);
        assertThat(DossierFiles.parse(
                        Files.readString(directory.resolve("observations.csv")),
                        Files.readString(directory.resolve("sources.csv"))))
                .isEqualTo(small);
        assertThat(REF.dossier().plus(small).size()).isEqualTo(2_128);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tablesKeepTextsLetterByLetter(String text) {
        if (text.indexOf('\0') >= 0) {
            Dossier.Builder dossier =
                    Dossier.builder().event(event("title", evidence("A").withNote(text)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DossierFiles.write(dossier.build(), directory))
                    .withMessageContaining("U+0000");
            return;
        }
        Evidence evidence = evidence(text).withNote(text);
        Dossier dossier = Dossier.builder()
                .observe(
                        Jurisdiction.of("NOR"),
                        Attribute.of("population"),
                        Observation.of(Estimate.of(1e300), Unit.PERSONS, Year.of(2024), evidence))
                .event(event(text, evidence))
                .build();
        DossierFiles.write(dossier, directory);
        assertThat(DossierFiles.read(directory)).isEqualTo(dossier);
    }

    @Test
    void refusesToWriteWhatCouldNotBeReadBack() {
        Evidence evidence = evidence("A");
        Dossier bloc = Dossier.builder()
                .observe(
                        Jurisdiction.bloc("XYZ"),
                        Attribute.of("population"),
                        Observation.of(Estimate.of(1), Unit.PERSONS, Year.of(2024), evidence))
                .build();
        assertRefused(bloc, "bloc", "XYZ");
        Dossier twice = Dossier.builder()
                .event(event("E1", evidence))
                .event(event("E1", evidence).withTitle("other"))
                .build();
        assertRefused(twice, "PolicyEvent.id", "E1");
        assertRefused(
                Dossier.builder()
                        .event(event("E1", Evidence.assumption("no id")))
                        .build(),
                "Source.id is needed",
                "withId");
        assertRefused(
                Dossier.builder()
                        .event(event("E1", evidence))
                        .event(event("E2", evidence.withSource(evidence.source().withTitle("other"))))
                        .build(),
                "Source.id must tell sources apart",
                "A");
        assertThat(directory).isEmptyDirectory();
    }

    private void assertRefused(Dossier dossier, String... fragments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DossierFiles.write(dossier, directory))
                .withMessageContainingAll(fragments);
    }

    static Stream<Range<LocalDate>> daysThatFilesCannotSay() {
        LocalDate day = LocalDate.of(2025, 1, 13);
        return Stream.of(
                Range.all(),
                Range.closed(day, day.plusDays(1)),
                Range.open(day, day.plusDays(9)),
                Range.openClosed(day, day.plusDays(1)),
                Range.closedOpen(day, day),
                Range.atMost(day),
                Range.greaterThan(day));
    }

    @ParameterizedTest
    @MethodSource("daysThatFilesCannotSay")
    void refusesDaysOfARuleThatFilesCannotSay(Range<LocalDate> days) {
        Observation rule = Observation.of(Estimate.of(1), Unit.ORDINAL, Year.of(2025), evidence("A"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.withInForce(days))
                .withMessageContainingAll("Observation.inForce", days.toString(), "closedOpen, atLeast or lessThan");
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 1899, 2101, 20_266})
    void refusesYearsThatFilesCannotSay(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.of(Estimate.of(1), Unit.ORDINAL, Year.of(year), evidence("A")))
                .withMessageContainingAll("Observation.year must be in [1900, 2100]", "was " + year);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evidence("A").source().withYear(Year.of(year)))
                .withMessageContaining("Source.year must be in [1900, 2100]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REF.strategy("CHN").withAsOf(Year.of(year)))
                .withMessageContaining("NationalAiStrategy.asOf must be in [1900, 2100]");
    }

    private static Evidence evidence(String id) {
        Source source =
                Source.builder().id(id).title("title").publisher("publisher").build();
        return Evidence.of(source, EvidenceKind.MEASURED, Confidence.HIGH);
    }
}
