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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads tables of observations into a dossier. */
final class ObservationTable {
    static final ImmutableList<String> COLUMNS =
            ImmutableList.copyOf(Splitter.on(',').split(DossierFiles.OBSERVATION_COLUMNS));
    static final ImmutableList<String> COLUMNS_WITH_RULES = ImmutableList.copyOf(
            Splitter.on(',').split(DossierFiles.OBSERVATION_COLUMNS + "," + DossierFiles.RULE_COLUMNS));

    private final SourceTable sources;
    private final Problems problems;
    private final Dossier.Builder dossier;
    private final Map<ImmutableList<Object>, String> seen = new LinkedHashMap<>();

    ObservationTable(SourceTable sources, Problems problems, Dossier.Builder dossier) {
        this.sources = sources;
        this.problems = problems;
        this.dossier = dossier;
    }

    void read(TextInput input, boolean isSupplement) {
        String header = input.text().lines().findFirst().orElse("");
        boolean hasRules = header.contains(
                Splitter.on(',').splitToList(DossierFiles.RULE_COLUMNS).get(0));
        CsvTable table = CsvTable.read(input, hasRules ? COLUMNS_WITH_RULES : COLUMNS, problems);
        for (CsvTable.Row row : table.rows()) {
            Cells cells = new Cells(row, problems);
            Optional<Jurisdiction> jurisdiction = cells.build("country_iso3", Jurisdiction::of);
            Optional<Attribute> attribute = cells.build("indicator_id", Attribute::of);
            Optional<Observation> observation = observation(cells, attribute, hasRules, isSupplement);
            if (jurisdiction.isPresent() && attribute.isPresent() && observation.isPresent()) {
                String place = input.name() + " line " + row.line();
                String first = seen.putIfAbsent(
                        ImmutableList.of(jurisdiction.get(), attribute.get(), observation.get()), place);
                if (first != null) {
                    cells.report(
                            "each observation must stand in one row, but this one stands at " + first, "remove one");
                } else {
                    dossier.observe(jurisdiction.get(), attribute.get(), observation.get());
                }
            }
        }
    }

    private Optional<Observation> observation(
            Cells cells, Optional<Attribute> attribute, boolean hasRules, boolean isSupplement) {
        Optional<Unit.Label> label = label(cells, attribute);
        Optional<Estimate> estimate = estimate(cells, label);
        Optional<Year> year = cells.year("year");
        Optional<Evidence> evidence = evidence(cells);
        Optional<Observation.Status> status = status(cells);
        Optional<LocalDate> from = hasRules ? cells.dayIfAny("in_force_from") : Optional.empty();
        Optional<LocalDate> until = hasRules ? cells.dayIfAny("in_force_until") : Optional.empty();
        boolean daysRead = !hasRules
                || (cells.isEmpty("in_force_from") != from.isPresent()
                        && cells.isEmpty("in_force_until") != until.isPresent());
        if (label.isEmpty()
                || estimate.isEmpty()
                || year.isEmpty()
                || evidence.isEmpty()
                || status.isEmpty()
                || !daysRead) {
            return Optional.empty();
        }
        Optional<Range<LocalDate>> inForce = Optional.empty();
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            cells.report("in_force_until", "a rule must end after its first day, " + from.get(), "correct one of them");
            return Optional.empty();
        } else if (from.isPresent() || until.isPresent()) {
            inForce = Optional.of(ObservationReader.days(from, until));
        }
        Optional<Range<LocalDate>> days = inForce;
        return cells.build("value", cell -> Observation.builder()
                .estimate(estimate.get())
                .unit(label.get().unit())
                .year(year.get())
                .inForce(days)
                .evidence(evidence.get())
                .status(status.get())
                .isSupplementary(isSupplement)
                .build());
    }

    private static Optional<Unit.Label> label(Cells cells, Optional<Attribute> attribute) {
        Optional<Unit.Label> label = cells.build("unit", Unit::label);
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

    private static Optional<Estimate> estimate(Cells cells, Optional<Unit.Label> label) {
        Optional<Double> value = cells.number("value").map(n -> inUnit(n, label));
        String spread = cells.textIfAny("spread").orElse("");
        boolean hasEnds = !cells.isEmpty("low") || !cells.isEmpty("high");
        return switch (spread) {
            case "", "exact" -> {
                if (hasEnds) {
                    cells.report(
                            "spread",
                            "low and high need a spread, range or interval90",
                            "fill it in, or leave them out");
                    yield Optional.empty();
                }
                yield value.flatMap(
                        v -> cells.build("value", cell -> spread.isEmpty() ? Estimate.of(v) : Estimate.exactly(v)));
            }
            case "range", "interval90" -> {
                Optional<Double> low = cells.number("low").map(n -> inUnit(n, label));
                Optional<Double> high = cells.number("high").map(n -> inUnit(n, label));
                yield value.flatMap(v -> low.flatMap(l -> high.flatMap(h -> cells.build(
                        "value",
                        cell -> spread.equals("range") ? Estimate.range(v, l, h) : Estimate.interval90(v, l, h)))));
            }
            default -> {
                cells.report("spread", "expected nothing, range, interval90 or exact", "use one of these");
                yield Optional.empty();
            }
        };
    }

    private static double inUnit(BigDecimal printed, Optional<Unit.Label> label) {
        return label.map(l -> l.toUnit(printed)).orElse(printed.doubleValue());
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
