package io.github.statecraft.data;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import java.util.Optional;

/** Reads a table of policy events into a dossier. */
final class EventTable {
    static final ImmutableList<String> COLUMNS =
            ImmutableList.copyOf(Splitter.on(',').split(DossierFiles.EVENT_COLUMNS));

    private EventTable() {}

    static void read(
            TextInput input, ImmutableMap<String, Source> sources, Problems problems, Dossier.Builder dossier) {
        for (CsvTable.Row row : CsvTable.read(input, COLUMNS, problems).rows()) {
            event(new Cells(row, problems), sources).ifPresent(dossier::event);
        }
    }

    private static Optional<PolicyEvent> event(Cells cells, ImmutableMap<String, Source> sources) {
        Optional<EventDate> date = cells.build("date", EventDate::parse);
        Optional<Jurisdiction> jurisdiction = cells.build("country_iso3", Jurisdiction::of);
        Optional<Jurisdiction> target =
                cells.isEmpty("target_iso3") ? Optional.empty() : cells.build("target_iso3", Jurisdiction::of);
        Optional<PolicyEvent.Type> type = cells.constant("type", PolicyEvent.Type.class, PolicyEvent.Type::id);
        Optional<Part> part =
                cells.isEmpty("scenario_tag") ? Optional.empty() : cells.constant("scenario_tag", Part.class, Part::id);
        Optional<String> title = cells.text("title");
        Optional<Source> source = ObservationTable.source(cells, sources);
        Optional<Confidence> confidence = cells.constant("confidence", Confidence.class, Cells::lowerCase);
        if (date.isPresent()
                && !precision(date.get())
                        .equals(cells.textIfAny("date_precision").orElse(""))) {
            cells.report("date_precision", "must be the precision of the date, " + precision(date.get()), "");
        }
        if (date.isEmpty()
                || jurisdiction.isEmpty()
                || type.isEmpty()
                || title.isEmpty()
                || source.isEmpty()
                || confidence.isEmpty()) {
            return Optional.empty();
        }
        return cells.build("title", cell -> PolicyEvent.builder()
                .id(cells.textIfAny("event_id"))
                .date(date.get())
                .jurisdiction(jurisdiction.get())
                .target(target)
                .type(type.get())
                .part(part)
                .title(title.get())
                .detail(cells.textIfAny("detail"))
                .evidence(Evidence.of(source.get(), kind(type.get()), confidence.get()))
                .build());
    }

    /** The table has no kind of evidence: what was laid down is read from a text, what was announced is an announcement. */
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
