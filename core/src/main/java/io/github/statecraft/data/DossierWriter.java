package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.PolicyEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a dossier as tables. */
final class DossierWriter {
    static final ImmutableList<String> NAMES =
            ImmutableList.of("observations.csv", "supplement.csv", "sources.csv", "events.csv");

    private final Dossier dossier;
    private final Map<String, Source> sources = new TreeMap<>();
    private final Set<String> eventIds = new TreeSet<>();

    DossierWriter(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The tables by file name. */
    ImmutableMap<String, String> files() {
        List<ImmutableList<String>> series = new ArrayList<>();
        List<ImmutableList<String>> supplement = new ArrayList<>();
        boolean hasRules = false;
        for (Jurisdiction jurisdiction : dossier.jurisdictions()) {
            for (Attribute attribute : dossier.attributes()) {
                for (Observation o : dossier.observations(jurisdiction, attribute)) {
                    hasRules |= o.inForce().isPresent();
                    (o.isSupplementary() ? supplement : series).add(row(jurisdiction, attribute, o));
                }
            }
        }
        boolean hasEvidence =
                dossier.events().stream().map(PolicyEvent::evidence).anyMatch(e -> e.note()
                                .isPresent())
                        || dossier.events().stream().anyMatch(e -> e.evidence().kind() != EventTable.kind(e.type()));
        ImmutableList<String> eventColumns = hasEvidence ? EventTable.COLUMNS_WITH_EVIDENCE : EventTable.COLUMNS;
        List<ImmutableList<String>> events = dossier.events().stream()
                .map(event -> row(event).subList(0, eventColumns.size()))
                .toList();
        ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
        files.put("observations.csv", observations(series, hasRules));
        if (!supplement.isEmpty()) {
            files.put("supplement.csv", observations(supplement, hasRules));
        }
        if (!events.isEmpty()) {
            files.put("events.csv", CsvTable.write(eventColumns, events));
        }
        files.put(
                "sources.csv",
                CsvTable.write(
                        SourceTable.COLUMNS,
                        sources.values().stream().map(DossierWriter::row).toList()));
        if (series.isEmpty()) {
            throw new IllegalArgumentException(
                    "Dossier must have at least one observation that is not supplementary to be written but has none;"
                            + " a table without rows could not be told from one that was cut off");
        }
        return files.buildOrThrow();
    }

    private static String observations(List<ImmutableList<String>> rows, boolean hasRules) {
        ImmutableList<String> columns = hasRules ? ObservationTable.COLUMNS_WITH_RULES : ObservationTable.COLUMNS;
        return CsvTable.write(
                columns,
                rows.stream().map(row -> row.subList(0, columns.size())).toList());
    }

    private ImmutableList<String> row(Jurisdiction jurisdiction, Attribute attribute, Observation o) {
        Estimate estimate = o.estimate();
        boolean hasEnds = estimate.spread() instanceof Spread.Range || estimate.spread() instanceof Spread.Interval90;
        return ImmutableList.of(
                StrategyWriter.knownCode(jurisdiction),
                attribute.id(),
                o.year().toString(),
                Numbers.shortest(estimate.value()),
                hasEnds ? end(estimate.low()) : "",
                hasEnds ? end(estimate.high()) : "",
                spread(estimate.spread()),
                StrategyWriter.unitText(attribute),
                idOf(o.evidence().source()),
                Cells.lowerCase(o.evidence().confidence()),
                o.evidence().kind().name(),
                switch (o.status()) {
                    case COMPLETE -> "";
                    case PARTIAL -> "yes";
                    case WITHDRAWN -> "withdrawn";
                },
                o.evidence().note().orElse(""),
                o.inForce()
                        .filter(Range::hasLowerBound)
                        .map(days -> day(days.lowerEndpoint()))
                        .orElse(""),
                o.inForce()
                        .filter(Range::hasUpperBound)
                        .map(days -> day(days.upperEndpoint()))
                        .orElse(""));
    }

    private ImmutableList<String> row(PolicyEvent event) {
        event.id().ifPresent(id -> {
            if (!eventIds.add(id)) {
                throw new IllegalArgumentException("PolicyEvent.id must tell events apart, but two are " + id);
            }
        });
        return ImmutableList.of(
                event.id().orElse(""),
                event.date().toString(),
                EventTable.precision(event.date()),
                StrategyWriter.knownCode(event.jurisdiction()),
                event.target().map(StrategyWriter::knownCode).orElse(""),
                event.type().id(),
                event.part().map(part -> part.id()).orElse(""),
                event.title(),
                event.detail().orElse(""),
                idOf(event.evidence().source()),
                Cells.lowerCase(event.evidence().confidence()),
                event.evidence().kind().name(),
                event.evidence().note().orElse(""));
    }

    private static ImmutableList<String> row(Source source) {
        return ImmutableList.of(
                source.key(),
                source.title(),
                source.publisher(),
                source.year().map(Object::toString).orElse(""),
                source.link().orElse(""),
                source.licence().orElse(""),
                source.licenceClass() == LicenceClass.UNSTATED ? "" : Cells.lowerCase(source.licenceClass()),
                source.accessed().map(LocalDate::toString).orElse(""));
    }

    private String idOf(Source source) {
        String id = source.id()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Source.id is needed to write a table but is missing: " + source + "; withId gives it one"));
        Source known = sources.putIfAbsent(id, source);
        if (known != null && !known.equals(source)) {
            throw new IllegalArgumentException(
                    "Source.id must tell sources apart, but " + id + " is both " + known + " and " + source);
        }
        return id;
    }

    private static String spread(Spread spread) {
        if (spread instanceof Spread.Range) {
            return "range";
        }
        if (spread instanceof Spread.Interval90) {
            return "interval90";
        }
        return spread instanceof Spread.Exact ? "exact" : "";
    }

    private static String end(OptionalDouble end) {
        return Numbers.shortest(end.orElseThrow());
    }

    private static String day(LocalDate day) {
        return day.toString();
    }
}
