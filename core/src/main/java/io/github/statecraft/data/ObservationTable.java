package io.github.statecraft.data;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

/** Reads tables of observations into a dossier. */
final class ObservationTable {
    static final ImmutableList<String> COLUMNS =
            ImmutableList.copyOf(Splitter.on(',').split(DossierFiles.OBSERVATION_COLUMNS));
    static final ImmutableList<String> RULE_COLUMNS =
            ImmutableList.copyOf(Splitter.on(',').split(DossierFiles.RULE_COLUMNS));
    static final ImmutableList<String> COLUMNS_WITH_RULES =
            ImmutableList.<String>builder().addAll(COLUMNS).addAll(RULE_COLUMNS).build();

    private final SourceTable sources;
    private final Problems problems;
    private final Dossier.Builder dossier;
    private final FirstPlaces<Key> seen = new FirstPlaces<>();

    private record Key(Jurisdiction jurisdiction, Attribute attribute, Observation observation) {}

    ObservationTable(SourceTable sources, Problems problems, Dossier.Builder dossier) {
        this.sources = sources;
        this.problems = problems;
        this.dossier = dossier;
    }

    void read(TextInput input, boolean isSupplement) {
        CsvTable.Extent extent =
                CsvTable.read(input, COLUMNS, RULE_COLUMNS, problems, row -> read(input.name(), row, isSupplement));
        if (!isSupplement) {
            extent.requireRow(problems);
        }
    }

    private void read(String table, CsvTable.Row row, boolean isSupplement) {
        Cells cells = new Cells(row, problems);
        Optional<Jurisdiction> jurisdiction = jurisdiction(cells, "country_iso3");
        Optional<Attribute> attribute = cells.build(
                "indicator_id", Attribute::of, "must be the id of an attribute", "Attribute.all() lists all");
        Optional<Observation> observation = observation(cells, attribute, isSupplement);
        if (jurisdiction.isEmpty() || attribute.isEmpty() || observation.isEmpty()) {
            return;
        }
        Key key = new Key(jurisdiction.get(), attribute.get(), observation.get());
        switch (seen.add(key, new FirstPlaces.Place(table, row.line()))) {
            case FIRST -> dossier.observe(jurisdiction.get(), attribute.get(), observation.get());
            case AGAIN ->
                cells.report(
                        "each observation must stand in one row, but this one stands at "
                                + seen.first(key).orElseThrow(),
                        "remove one");
            case FLOOD -> cells.report(FirstPlaces.FLOOD_RULE, FirstPlaces.FLOOD_REMEDY);
            case FLOODED_BEFORE -> {}
        }
    }

    static Optional<Jurisdiction> jurisdiction(Cells cells, String column) {
        return cells.build(column, Jurisdiction::of, StrategyReader.JURISDICTION, StrategyReader.JURISDICTION_REMEDY);
    }

    private Optional<Observation> observation(Cells cells, Optional<Attribute> attribute, boolean isSupplement) {
        int before = cells.problems();
        Optional<Unit.Label> label = label(cells, attribute);
        Optional<Estimate> estimate = estimate(cells, attribute, label);
        Optional<Year> year = cells.year("year");
        Optional<Evidence> evidence = evidence(cells);
        Optional<Observation.Status> status = status(cells);
        Optional<LocalDate> from = cells.dayIfAny("in_force_from");
        Optional<LocalDate> until = cells.dayIfAny("in_force_until");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            cells.report("in_force_until", "a rule must end after its first day, " + from.get(), "correct one of them");
        }
        if (cells.problems() > before
                || label.isEmpty()
                || estimate.isEmpty()
                || year.isEmpty()
                || evidence.isEmpty()
                || status.isEmpty()) {
            return Optional.empty();
        }
        Optional<Range<LocalDate>> inForce = from.isPresent() || until.isPresent()
                ? Optional.of(ObservationReader.days(from, until))
                : Optional.empty();
        return Optional.of(Observation.builder()
                .estimate(estimate.get())
                .unit(label.get().unit())
                .year(year.get())
                .inForce(inForce)
                .evidence(evidence.get())
                .status(status.get())
                .isSupplementary(isSupplement)
                .build());
    }

    private static Optional<Unit.Label> label(Cells cells, Optional<Attribute> attribute) {
        Optional<Unit.Label> label = cells.build(
                "unit",
                Unit::label,
                ObservationReader.owner(attribute) + " must be in a known unit",
                "Unit.labels() lists all");
        if (label.isPresent()
                && attribute.isPresent()
                && !label.get().fits(attribute.get().unitLabel())) {
            cells.report(
                    "unit",
                    attribute.get().id() + " must be in " + attribute.get().unitLabel(),
                    "convert it, or use the attribute of that unit");
            return Optional.empty();
        }
        return label;
    }

    private static Optional<Estimate> estimate(Cells cells, Optional<Attribute> attribute, Optional<Unit.Label> label) {
        int before = cells.problems();
        String owner = ObservationReader.owner(attribute);
        String spread = cells.textIfAny("spread").orElse("");
        boolean isBand = spread.equals("range") || spread.equals("interval90");
        Optional<Double> value = number(cells, "value", attribute, label);
        Optional<Double> low =
                isBand || !cells.isEmpty("low") ? number(cells, "low", attribute, label) : Optional.empty();
        Optional<Double> high =
                isBand || !cells.isEmpty("high") ? number(cells, "high", attribute, label) : Optional.empty();
        if (!isBand && !spread.isEmpty() && !spread.equals("exact")) {
            cells.report("spread", "expected nothing, range, interval90 or exact", "use one of these");
        } else if (!isBand && !(cells.isEmpty("low") && cells.isEmpty("high"))) {
            cells.report("spread", "low and high need a spread, range or interval90", "fill it in, or leave them out");
        }
        if (low.isPresent() && high.isPresent()) {
            if (!(low.get() <= high.get())) {
                cells.report("low", owner + ": low must be at most high, " + cells.cell("high"), "correct one of them");
            } else if (value.isPresent() && !(low.get() <= value.get() && value.get() <= high.get())) {
                cells.report(
                        "value",
                        owner + " must lie in its spread [" + cells.cell("low") + ", " + cells.cell("high") + "]",
                        "correct one of them");
            }
        }
        if (value.isPresent() && value.get() != 0 && cells.cell("kind").equals(EvidenceKind.CENSUS_ZERO.name())) {
            cells.report("value", owner + ObservationReader.CENSUS_RULE, ObservationReader.CENSUS_REMEDY);
        }
        if (cells.problems() > before || value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (spread) {
                    case "range" -> Estimate.range(value.get(), low.orElseThrow(), high.orElseThrow());
                    case "interval90" -> Estimate.interval90(value.get(), low.orElseThrow(), high.orElseThrow());
                    case "exact" -> Estimate.exactly(value.get());
                    default -> Estimate.of(value.get());
                });
    }

    /** A number in the unit of the attribute, within the range of that unit. */
    private static Optional<Double> number(
            Cells cells, String column, Optional<Attribute> attribute, Optional<Unit.Label> label) {
        Optional<BigDecimal> printed = cells.number(column);
        Optional<Double> number = printed.map(p -> label.map(l -> l.toUnit(p)).orElse(p.doubleValue()));
        if (number.isPresent() && label.isPresent() && !label.get().unit().allows(number.get())) {
            cells.report(
                    column, ObservationReader.rangeRule(attribute, label.get().unit()), ObservationReader.OF_UNIT);
            return Optional.empty();
        }
        return number;
    }

    private Optional<Evidence> evidence(Cells cells) {
        Optional<Source> source = sources.find(cells);
        Optional<EvidenceKind> kind = cells.constant("kind", EvidenceKind.class, Enum::name);
        Optional<Confidence> confidence = cells.constant("confidence", Confidence.class, Cells::lowerCase);
        if (source.isEmpty() || kind.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Evidence.builder()
                .source(source.get())
                .kind(kind.get())
                .confidence(confidence.get())
                .note(cells.textIfAny("note"))
                .build());
    }

    private static Optional<Observation.Status> status(Cells cells) {
        return switch (cells.textIfAny("partial").orElse("")) {
            case "" -> Optional.of(Observation.Status.COMPLETE);
            case "yes" -> Optional.of(Observation.Status.PARTIAL);
            case "withdrawn" -> Optional.of(Observation.Status.WITHDRAWN);
            default -> {
                cells.report("partial", "expected nothing, yes or withdrawn", "use one of these");
                yield Optional.empty();
            }
        };
    }
}
