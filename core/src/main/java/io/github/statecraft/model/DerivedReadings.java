package io.github.statecraft.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import java.util.List;
import java.util.Optional;

/** The rules behind {@link NationalAiStrategy#archetype()}, {@code stance()} and {@code weakestLink()}. */
final class DerivedReadings {
    /** One row of {@code derived-readings.csv}: what an attribute says below, between and above two cut-offs. */
    record CutOffs(String reading, Attribute attribute, String below, double low, double high, String above) {
        @Override
        public String toString() {
            return reading + " by " + attribute;
        }
    }

    static final ImmutableList<CutOffs> TABLE = readTable();

    /** A majority rule speaks from this many known attributes on. */
    private static final int MAJORITY = 2;

    private DerivedReadings() {}

    static DerivedReading<Archetype> archetype(NationalAiStrategy strategy) {
        ImmutableList<DerivedReading.Used> used = used("archetype", strategy, Archetype.MIXED.name());
        String rule = "At least two of three attributes must say the same; otherwise MIXED. "
                + "Fewer than two known: UNDETERMINED.";
        Archetype value = used.size() < MAJORITY
                ? Archetype.UNDETERMINED
                : votes(used, Archetype.STATE_GUIDED) >= MAJORITY
                        ? Archetype.STATE_GUIDED
                        : votes(used, Archetype.MARKET_LED) >= MAJORITY ? Archetype.MARKET_LED : Archetype.MIXED;
        return new DerivedReading<>(value, rule, used);
    }

    static DerivedReading<DeploymentCadence.Stance> stance(NationalAiStrategy strategy) {
        ImmutableList<DerivedReading.Used> used = used("stance", strategy, DeploymentCadence.Stance.STAGED.name());
        String rule = "What the coding of binding control before release says; not coded: UNDETERMINED.";
        DeploymentCadence.Stance value = used.isEmpty()
                ? DeploymentCadence.Stance.UNDETERMINED
                : DeploymentCadence.Stance.valueOf(used.get(0).says());
        return new DerivedReading<>(value, rule, used);
    }

    static DerivedReading<HardwareDependency.Link> weakestLink(NationalAiStrategy strategy) {
        ImmutableList.Builder<DerivedReading.Used> used = ImmutableList.builder();
        HardwareDependency.Link weakest = HardwareDependency.Link.UNDETERMINED;
        double smallest = Double.POSITIVE_INFINITY;
        int known = 0;
        for (HardwareDependency.Link link : HardwareDependency.Link.values()) {
            if (link == HardwareDependency.Link.UNDETERMINED) {
                continue;
            }
            Attribute attribute = Attribute.of(link.attributeId());
            Optional<Reading> reading = strategy.quantity(attribute).reading();
            if (reading.isEmpty()) {
                continue;
            }
            double share = reading.get().estimate().value();
            used.add(new DerivedReading.Used(attribute, reading.get(), link.name()));
            known++;
            if (share < smallest) {
                smallest = share;
                weakest = link;
            } else if (share == smallest) {
                weakest = HardwareDependency.Link.UNDETERMINED;
            }
        }
        String rule = "The link with the smallest share. Fewer than two known, or two equally small: UNDETERMINED.";
        return new DerivedReading<>(known < 2 ? HardwareDependency.Link.UNDETERMINED : weakest, rule, used.build());
    }

    private static ImmutableList<DerivedReading.Used> used(
            String reading, NationalAiStrategy strategy, String between) {
        return TABLE.stream()
                .filter(row -> row.reading().equals(reading))
                .flatMap(row -> strategy.quantity(row.attribute()).reading().stream()
                        .map(r -> new DerivedReading.Used(
                                row.attribute(), r, says(row, r.estimate().value(), between))))
                .collect(toImmutableList());
    }

    private static String says(CutOffs row, double value, String between) {
        return value < row.low() ? row.below() : value > row.high() ? row.above() : between;
    }

    private static long votes(List<DerivedReading.Used> used, Archetype archetype) {
        return used.stream().filter(u -> u.says().equals(archetype.name())).count();
    }

    private static ImmutableList<CutOffs> readTable() {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(
                TextInput.ofResource(DerivedReadings.class, "derived-readings.csv"),
                ImmutableList.of("reading", "attribute", "below", "low_cut", "high_cut", "above", "reason"),
                problems);
        problems.throwIfAny();
        return table.rows().stream()
                .map(row -> new CutOffs(
                        row.cell("reading"),
                        Attribute.of(row.cell("attribute")),
                        row.cell("below"),
                        Double.parseDouble(row.cell("low_cut")),
                        Double.parseDouble(row.cell("high_cut")),
                        row.cell("above")))
                .collect(toImmutableList());
    }
}
