package io.github.statecraft.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Weighting;
import org.junit.jupiter.api.Test;

/** A framework regenerated with one change, and both results side by side. Properties: each change is named, and nothing else. */
class MethodologyChangeTest {
    private static final ReferenceData REF = ReferenceData.load();
    private static final ScoringFramework BEFORE = REF.framework("deployment-at-scale.intensity");

    @Test
    void oneFrameworkHasNoChangesAgainstItself() {
        assertThat(MethodologyChange.between(BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void wordsAreNoChange() {
        assertThat(MethodologyChange.between(
                        BEFORE, BEFORE.withQuestion("Another question?").withRationale("Another rationale.")))
                .isEmpty();
    }

    @Test
    void anotherMeanIsOneChange() {
        ScoringFramework after = BEFORE.withIndex(BEFORE.index().withAggregation(Aggregation.geometric(50)));
        assertThat(MethodologyChange.between(BEFORE, after))
                .containsExactly(new MethodologyChange(
                        BEFORE.index().id(),
                        "aggregation",
                        "arithmetic mean",
                        "geometric mean, attributed against 50"));
    }

    @Test
    void everyKindOfChangeIsNamed() {
        Indicator leaf = BEFORE.indicators().get(0);
        assertThat(whatChanged(leaf.withNormalisation(Normalisation.minMax()))).containsExactly("normalisation");
        assertThat(whatChanged(leaf.withWeight(leaf.weight() * 3))).containsExactly("weight");
        Pillar pillar = (Pillar) BEFORE.index().children().get(0);
        assertThat(whatChanged(pillar.withWeighting(Weighting.entropy()))).containsExactly("weighting");
        assertThat(whatChanged(pillar.withMissing(MissingDataPolicy.strict()))).containsExactly("missing data");
        assertThat(MethodologyChange.between(BEFORE, BEFORE.withMissing(MissingDataPolicy.strict())))
                .extracting(MethodologyChange::node, MethodologyChange::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(BEFORE.id(), "missing data"));
    }

    private static Iterable<String> whatChanged(IndexNode node) {
        return MethodologyChange.between(BEFORE, BEFORE.withNode(node)).stream()
                .peek(change -> assertThat(change.node()).isEqualTo(node.id()))
                .map(MethodologyChange::what)
                .toList();
    }

    @Test
    void aNodeThatIsGoneIsNamedOnce() {
        IndexNode gone = BEFORE.index().children().get(0);
        ScoringFramework after = BEFORE.withIndex(BEFORE.index()
                .withChildren(BEFORE.index().children().stream().skip(1).toList())
                .withWeightsSumTo(java.util.Optional.empty()));
        assertThat(MethodologyChange.between(BEFORE, after))
                .anySatisfy(change -> assertThat(change.toString()).isEqualTo(gone.id() + ": node there -> none"));
    }

    @Test
    void twoResultsOfAVariantSayWhatChangedAndWhoMoved() {
        ScoringFramework after = BEFORE.withIndex(BEFORE.index().withAggregation(Aggregation.minimum()));
        SideBySide both = SideBySide.of(BEFORE.scoreAll(REF.strategies()), after.scoreAll(REF.strategies()));
        assertThat(both.toString())
                .contains("From A to B: " + BEFORE.index().id() + ": aggregation arithmetic mean -> minimum.")
                .contains("ranks differ.");
        assertThat(both.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
}
