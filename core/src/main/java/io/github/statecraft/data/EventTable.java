package io.github.statecraft.data;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.EventDate;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.Part;
import io.github.statecraft.model.PolicyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a table of policy events into a dossier. */
final class EventTable {
    static final ImmutableList<String> COLUMNS =
            ImmutableList.copyOf(Splitter.on(',').split(DossierFiles.EVENT_COLUMNS));

    static final ImmutableList<String> EVIDENCE_COLUMNS =
            ImmutableList.copyOf(Splitter.on(',').split(DossierFiles.EVENT_EVIDENCE_COLUMNS));
    static final ImmutableList<String> COLUMNS_WITH_EVIDENCE = ImmutableList.<String>builder()
            .addAll(COLUMNS)
            .addAll(EVIDENCE_COLUMNS)
            .build();

    private final SourceTable sources;
    private final Problems problems;
    private final Dossier.Builder dossier;
    private final Map<String, FirstPlaces.Place> ids = new LinkedHashMap<>();
    private final FirstPlaces<PolicyEvent> seen = new FirstPlaces<>();

    EventTable(SourceTable sources, Problems problems, Dossier.Builder dossier) {
        this.sources = sources;
        this.problems = problems;
        this.dossier = dossier;
    }

    void read(TextInput input) {
        CsvTable.read(input, COLUMNS, EVIDENCE_COLUMNS, problems, row -> read(input.name(), row));
    }

    private void read(String table, CsvTable.Row row) {
        Cells cells = new Cells(row, problems);
        Optional<PolicyEvent> event = event(cells);
        String id = row.cell("event_id");
        FirstPlaces.Place place = new FirstPlaces.Place(table, row.line());
        FirstPlaces.Place first = id.isEmpty() ? null : ids.putIfAbsent(id, place);
        if (first != null) {
            cells.report("event_id", "each event must have an id of its own", "it stands at " + first + " as well");
        } else if (event.isPresent()) {
            FirstPlaces.Outcome outcome = seen.add(event.get(), place);
            if (outcome == FirstPlaces.Outcome.FLOOD) {
                cells.report(FirstPlaces.FLOOD_RULE, FirstPlaces.FLOOD_REMEDY);
            } else if (outcome != FirstPlaces.Outcome.FLOODED_BEFORE) {
                dossier.event(event.get());
            }
        }
    }

    private Optional<PolicyEvent> event(Cells cells) {
        int before = cells.problems();
        Optional<EventDate> date = cells.build("date", EventDate::parse, StrategyReader.DATE, "correct it");
        Optional<Jurisdiction> jurisdiction = ObservationTable.jurisdiction(cells, "country_iso3");
        Optional<Jurisdiction> target =
                cells.isEmpty("target_iso3") ? Optional.empty() : ObservationTable.jurisdiction(cells, "target_iso3");
        Optional<PolicyEvent.Type> type = cells.constant("type", PolicyEvent.Type.class, PolicyEvent.Type::id);
        Optional<Part> part =
                cells.isEmpty("scenario_tag") ? Optional.empty() : cells.constant("scenario_tag", Part.class, Part::id);
        Optional<String> title = cells.text("title");
        Optional<Source> source = sources.find(cells);
        Optional<EvidenceKind> kind = !cells.isEmpty("kind")
                ? cells.constant("kind", EvidenceKind.class, Enum::name)
                : type.map(EventTable::kind);
        Optional<Confidence> confidence = cells.constant("confidence", Confidence.class, Cells::lowerCase);
        if (date.isPresent()
                && !precision(date.get())
                        .equals(cells.textIfAny("date_precision").orElse(""))) {
            cells.report(
                    "date_precision",
                    "must be the precision of the date, " + precision(date.get()),
                    "correct one of them");
        }
        if (cells.problems() > before
                || date.isEmpty()
                || jurisdiction.isEmpty()
                || type.isEmpty()
                || title.isEmpty()
                || source.isEmpty()
                || kind.isEmpty()
                || confidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PolicyEvent.builder()
                .id(cells.textIfAny("event_id"))
                .date(date.get())
                .jurisdiction(jurisdiction.get())
                .target(target)
                .type(type.get())
                .part(part)
                .title(title.get())
                .detail(cells.textIfAny("detail"))
                .evidence(Evidence.builder()
                        .source(source.get())
                        .kind(kind.get())
                        .confidence(confidence.get())
                        .note(cells.textIfAny("note"))
                        .build())
                .build());
    }

    /** Where the table does not say the kind of evidence: what was laid down is read from a text, what was announced is an announcement. */
    static EvidenceKind kind(PolicyEvent.Type type) {
        return switch (type) {
            case STRATEGY, REGULATION, EXPORT_CONTROL, EXPORT_CONTROL_RELIEF, GOVERNANCE -> EvidenceKind.LEGAL_TEXT;
            case PUBLIC_FUND, PRIVATE_PROGRAMME -> EvidenceKind.ANNOUNCEMENT;
            case MILESTONE -> EvidenceKind.MEASURED;
        };
    }

    static String precision(EventDate date) {
        return switch (date.toString().length()) {
            case 4 -> "year";
            case 7 -> "month";
            default -> "day";
        };
    }
}
