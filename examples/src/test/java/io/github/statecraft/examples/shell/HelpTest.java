package io.github.statecraft.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.examples.Printed;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.FundingModel;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.Scorecard;
import io.github.statecraft.score.ScoringFramework;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Help says what to type, and lists what everything can do. */
class HelpTest {
    private static final ReferenceData REF = ReferenceData.load();

    private static final FirstSentences SENTENCES = new FirstSentences();

    static List<Class<?>> types() {
        return Library.types();
    }

    /** A page without line breaks and columns. */
    private static String flat(String page) {
        return page.replaceAll("\\s+", " ");
    }

    @Test
    void thePageFitsAScreen() {
        Printed.assertFitsAScreen(Help.page());
        assertThat(Help.page().lines().count()).isLessThanOrEqualTo(45);
    }

    @Test
    void everyCommandOfThePageRunsInItsOrderAndFitsAScreen() throws Throwable {
        List<String> commands = Help.page()
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" {2,}")[0])
                .toList();
        assertThat(commands).hasSizeBetween(20, 40);
        Printed.assertFitsAScreen(Printed.during(() -> {
            try (Session session = Session.open()) {
                session.run("help", String.join("\n", commands), System.out::println);
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsExplainedWithEachPublicMethodOnce(Class<?> type) {
        String page = Help.of(type);
        Printed.assertFitsAScreen(page);
        assertThat(page.lines().skip(1).findFirst().orElseThrow())
                .as("its first sentence")
                .matches("[A-Z0-9].*")
                .doesNotContain(" .", " ,", " ;", "{@", "<p>", "&amp;", "io.github");
        // an independent list: the class file's own, without what Object, Enum and other types of the JDK declare
        TreeSet<String> expected = Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.github.statecraft"))
                .filter(method -> !(type.isEnum() && method.getName().matches("values|valueOf")))
                .filter(method -> !method.getName().matches("toString|equals|hashCode"))
                .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
                .filter(method -> !method.equals("compareTo[class java.lang.Object]"))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> listed = new Members(type, SENTENCES)
                .methods().stream()
                        .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
                        .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
        List<Member> members = new Members(type, SENTENCES).all();
        assertThat(members).extracting(Member::signature).doesNotHaveDuplicates();
        assertThat(members).allSatisfy(member -> assertThat(occurrences(page, member.signature()))
                .as(member.signature())
                .isEqualTo(1));
        assertThat(members).allSatisfy(member -> assertThat(member.sentence())
                .as(member.signature())
                .matches("[A-Z0-9].*\\.")
                .doesNotContain(" .", " ,", " ;", "{@", "<p>", "&amp;", "io.github"));
    }

    /** How often a signature starts a line, whatever its line breaks. */
    private static long occurrences(String page, String signature) {
        String words = Arrays.stream(signature.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        return Pattern.compile("^  " + words + "(?=\\s|$)", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .count();
    }

    @Test
    void sentencesComeFromTheSources() {
        assertThat(Help.of(FundingModel.class))
                .startsWith(
                        "FundingModel, a class of io.github.statecraft.model\nHow AI is paid for: how much research,")
                .contains("  governmentShare(): Quantity                    R&D financed by government.\n")
                .containsPattern("withGovernmentShare\\(Observation\\.\\.\\.\\): FundingModel\\s+This part with other "
                        + "observations of\\s+governmentShare\\(\\)\\.");
        assertThat(flat(Help.of(Estimate.class)))
                .contains(" new Estimate(double value, Spread) From its parts, which are checked. ")
                .contains(" value(): double The best figure. ")
                .contains(" Estimate.exactly(double value): Estimate A value without uncertainty: a complete count, ");
    }

    @Test
    void whereThereAreNoSourcesThereAreNoSentences() throws NoSuchMethodException {
        FirstSentences sentences = new FirstSentences();
        assertThat(sentences.of(String.class)).isEmpty();
        assertThat(sentences.of(String.class.getMethod("length"))).isEmpty();
    }

    @Test
    void staticMethodsComeFirstThenWhatItHoldsThenCopiesThenQuestions() {
        assertThat(Help.of(Observation.class))
                .containsSubsequence(
                        "\nCalled on the type itself\n",
                        "Observation.of(",
                        "\nWhat it holds\n",
                        "estimate()",
                        "\nCopies with a change",
                        "withEstimate(Estimate)",
                        "\nWhat it can tell\n",
                        "isInForceOn(LocalDate): boolean");
    }

    @Test
    void generatedWithersAndSettersAreExplainedByTheirAttribute() {
        assertThat(flat(Help.of(Observation.class)))
                .contains(" withYear(Year): Observation A copy with another year: the year the figure is about. ")
                .contains(" withYear(UnaryOperator<Year>): Observation A copy with year changed by a function. ");
        assertThat(flat(Help.of(Observation.Builder.class)))
                .contains(" year(Year): Observation.Builder Sets year: the year the figure is about. ")
                .contains(" build(): Observation Builds the Observation, or says what is missing or wrong.");
        assertThat(flat(Help.of(Pillar.class)))
                .contains(" withChildren(IndexNode...): Pillar A copy with other children: the nodes below. ")
                .contains(
                        " withReason(Optional<String>): Pillar A copy with another reason, or none: why the children");
        assertThat(flat(Help.of(Pillar.Builder.class)))
                .contains(" addChildren(IndexNode...): Pillar.Builder Adds to children: the nodes below. ");
    }

    @Test
    void kindsOfTypesShowWhatTheyConsistOf() {
        assertThat(Help.of(EvidenceKind.class)).contains("\nConstants\n  EvidenceKind.MEASURED ");
        assertThat(Help.of(Spread.class)).contains("\nOne of\n  Spread.Exact ").contains("  Spread.Interval90  ");
        assertThat(Help.of(FundingModel.class))
                .contains("\nComes from\n  funding(): FundingModel                        of NationalAiStrategy\n");
        assertThat(Help.of(Scorecard.class))
                .contains("\nComes from\n  score(NationalAiStrategy): Scorecard           of ScoringFramework\n");
    }

    @Test
    void aThingIsExplainedByItsPublicType() {
        Observation observation =
                REF.strategy("CHN").funding().governmentShare().observations().get(0);
        assertThat(Modifier.isPublic(observation.getClass().getModifiers())).isFalse();
        assertThat(Help.of((Object) observation)).isEqualTo(Help.of(Observation.class));
        assertThat(Help.of((Object) REF.strategy("CHN").funding())).isEqualTo(Help.of(FundingModel.class));
        assertThat(Help.of((Object) EvidenceKind.SURVEY)).isEqualTo(Help.of(EvidenceKind.class));
        assertThat(Help.of((Object) Optional.of(observation))).endsWith(Help.of(Observation.class));
        assertThat(Help.of((Object) List.of(observation))).endsWith(Help.of(Observation.class));
        assertThat(Help.of((Object) 1.5))
                .isEqualTo("java.lang.Double is not a type of this library; its own documentation describes it");
    }

    @Test
    void aNameIsExplained() {
        assertThat(NameHelp.of("gerd_gov_share_pct", REF))
                .isEqualTo(NameHelp.of("governmentShare", REF))
                .isEqualTo(Help.of((Object) Attribute.of("gerd_gov_share_pct")))
                .startsWith("gerd_gov_share_pct\n  name           R&D financed by government\n")
                .contains("ref.strategy(\"CHN\").funding().governmentShare()", "% of GERD, range [0, 100] %");
        ScoringFramework framework = REF.framework("deployment-at-scale.total");
        assertThat(NameHelp.of(framework.id(), REF)).endsWith(framework.toString());
        assertThat(NameHelp.of("china", REF)).startsWith("A jurisdiction: ref.strategy(\"CHN\")\n");
        assertThat(NameHelp.of("fundingmodel", REF)).isEqualTo(Help.of(FundingModel.class));
        assertThat(NameHelp.of("EvidenceKind.SURVEY", REF)).isEqualTo(Help.of(EvidenceKind.class));
    }

    @ParameterizedTest
    @CsvSource({
        "robot, Attributes, robot_density, robotaxi_fleet",
        "funding, Attributes, ai_private_funding_usd, gerd_pct_gdp",
        "Korea, Jurisdictions, KOR, KOR",
        "EU, Jurisdictions, EUU, euv_tool_share_pct",
        "deployment-at-scale, Frameworks, deployment-at-scale.total, deployment-at-scale.intensity",
        "MODELLED, Constants, EvidenceKind.MODELLED, EvidenceKind.MODELLED",
        "compare, Types, Comparison, SideBySide",
        "card, Types, Scorecard, Scorecard",
    })
    void aWordFindsWhatItIsAPartOf(String word, String heading, String one, String other) {
        String page = NameHelp.of(word, REF);
        Printed.assertFitsAScreen(page);
        assertThat(page).contains(heading + " for '" + word + "'\n", "\n  " + one + " ", "\n  " + other + " ");
    }

    @Test
    void aShortWordFindsOnlyWhatStartsWithIt() {
        assertThat(NameHelp.of("EU", REF)).doesNotContain("Germany");
        assertThat(NameHelp.of("KO", REF)).contains("\n  KOR ").doesNotContain("Nothing");
    }

    @Test
    void whatStartsWithAWordComesFirst() {
        assertThat(NameHelp.of("data", REF))
                .containsSubsequence("\n  DataGaps ", "\n  ReferenceData ", "\n  DossierFiles ");
    }

    @ParameterizedTest
    @CsvSource({
        "Comparision, Comparison",
        "scorcard, Scorecard",
        "gerd_pct_gdb, gerd_pct_gdp",
        "Untied States, USA",
        "goverment share, gerd_gov_share_pct",
        "frontier_rase, frontier-race",
        "MODELED, EvidenceKind.MODELLED",
    })
    void aMisspeltNameFindsTheNearest(String word, String name) {
        String page = NameHelp.of(word, REF);
        Printed.assertFitsAScreen(page);
        assertThat(page).startsWith("Nothing is called '" + word + "'; nearest:\n  " + name + " ");
    }

    @Test
    void aWordThatIsNearToNothingIsSaidToBe() {
        assertThat(NameHelp.of("xyzzy", REF)).isEqualTo("""
                Nothing is called 'xyzzy'.
                A name is that of a type, a constant, a framework, a jurisdiction or an attribute.""");
        assertThat(NameHelp.of(" ", REF)).startsWith("Nothing is called ''.\n");
    }

    @Test
    void everyAttributeIsExplainedOnAScreen() {
        assertThat(Attribute.all()).allSatisfy(attribute -> Printed.assertFitsAScreen(NameHelp.of(attribute, REF)));
    }

    /** The accessor that help names is the one that reads the attribute. */
    @Test
    void everyAttributeIsReadByWhatHelpNames() throws ReflectiveOperationException {
        for (Attribute attribute : Attribute.all()) {
            Method part =
                    REF.strategy("CHN").getClass().getMethod(attribute.part().id());
            Object quantity =
                    part.getReturnType().getMethod(attribute.accessor()).invoke(part.invoke(REF.strategy("CHN")));
            assertThat(quantity).isEqualTo(REF.strategy("CHN").quantity(attribute));
        }
    }

    @Test
    void showPrintsOneThingAfterAnother() throws Throwable {
        String printed = Printed.during(() -> Help.show(REF.strategy("CHN").events()));
        Printed.assertFitsAScreen(printed);
        assertThat(printed.lines().filter(line -> !line.startsWith(" ")))
                .hasSize(REF.strategy("CHN").events().size());
    }

    @Test
    void showSaysThatAListIsEmpty() throws Throwable {
        assertThat(Printed.during(() -> Help.show(List.of()))).isEqualTo("empty" + System.lineSeparator());
    }
}
