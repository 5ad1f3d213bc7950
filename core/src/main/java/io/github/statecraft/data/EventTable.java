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

    static final ImmutableList<String> COLUMNS_WITH_EVIDENCE = ImmutableList.copyOf(
            Splitter.on(',').split(DossierFiles.EVENT_COLUMNS + "," + DossierFiles.EVENT_EVIDENCE_COLUMNS));

    private final SourceTable sources;
    private final Problems problems;
    private final Dossier.Builder dossier;
    private final Map<String, String> seen = new LinkedHashMap<>();

    EventTable(SourceTable sources, Problems problems, Dossier.Builder dossier) {
        this.sources = sources;
        this.problems = problems;
        this.dossier = dossier;
    }

    void read(TextInput input) {
        String header = input.text().lines().findFirst().orElse("");
        boolean hasEvidence = Splitter.on(',').trimResults().splitToList(header).stream()
                .anyMatch(Splitter.on(',').splitToList(DossierFiles.EVENT_EVIDENCE_COLUMNS)::contains);
        ImmutableList<String> columns = hasEvidence ? COLUMNS_WITH_EVIDENCE : COLUMNS;
        for (CsvTable.Row row : CsvTable.read(input, columns, problems).rows()) {
            Cells cells = new Cells(row, problems);
            Optional<PolicyEvent> event = event(cells, hasEvidence);
            String id = row.cell("event_id");
            String first = id.isEmpty() ? null : seen.putIfAbsent(id, input.name() + " line " + row.line());
            if (first != null) {
                cells.report("event_id", "each event must have an id of its own", "it stands at " + first + " as well");
            } else {
                event.ifPresent(dossier::event);
            }
        }
    }

    private Optional<PolicyEvent> event(Cells cells, boolean hasEvidence) {
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
        Optional<EvidenceKind> kind = hasEvidence && !cells.isEmpty("kind")
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
                        .note(hasEvidence ? cells.textIfAny("note") : Optional.empty())
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
