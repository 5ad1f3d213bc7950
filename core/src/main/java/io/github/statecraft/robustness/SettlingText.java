package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** {@link SettlingValues} in print: what would turn the order, and what settling would show. */
final class SettlingText {
    /** Longer tables are cut when they are printed. */
    static final int ROWS_SHOWN = 25;

    private static final int DIGITS = 4;
    /** From here on numbers have a word for their size. */
    private static final double FIRST_IN_WORDS = 1e6;

    private static final double PERCENT = 100;

    private SettlingText() {}

    static String of(SettlingValues values) {
        String thresholds = thresholds(values);
        return values.values().stream().anyMatch(SettlingValue::isUncertain)
                ? spreads(values) + "\n\n" + thresholds
                : thresholds;
    }

    private static String question(SettlingValues values) {
        SettlingValues.Frame frame = values.frame();
        return "Is " + named(frame, frame.unit()) + " ahead of " + named(frame, frame.other()) + "? " + frame.title();
    }

    private static String named(SettlingValues.Frame frame, String unit) {
        String label = frame.labels().getOrDefault(unit, unit);
        return label.equals(unit) ? unit : label + " (" + unit + ")";
    }

    private static String thresholds(SettlingValues values) {
        List<SettlingValue> rows = values.values().stream()
                .filter(value -> value.threshold().isPresent() || effect(value, values) != 0)
                .sorted(Comparator.<SettlingValue>comparingDouble(
                                value -> Math.abs(value.thresholdDistance().orElse(Double.POSITIVE_INFINITY)))
                        .thenComparingDouble(value -> -Math.abs(effect(value, values))))
                .toList();
        TextTable.Builder text = TextTable.builder()
                .title("What would turn the order. " + question(values))
                .left("unit")
                .wrapped("datum")
                .right("value")
                .left("")
                .right("year")
                .right("turns at")
                .right("change")
                .right("10 % less")
                .left("spread");
        for (SettlingValue value : shown(rows)) {
            text.row(
                    value.unit(),
                    value.indicator(),
                    number(OptionalDouble.of(value.value())),
                    value.reading().map(reading -> reading.unit().symbol()).orElse(""),
                    value.reading().map(reading -> reading.year().toString()).orElse(""),
                    number(value.threshold()),
                    change(value.thresholdDistance()),
                    value.gapAtTenPercentLess().isPresent() ? points(OptionalDouble.of(effect(value, values))) : "-",
                    !value.isUncertain() ? (isExact(value) ? "exact" : "?") : value.turnsWithin() ? "turns" : "holds");
        }
        SettlingValues.Frame frame = values.frame();
        text.note(stated(values));
        text.note(
                "turns at: the nearest value at which, all else as stated, the two tie or the order turns; change: how far"
                        + " that is, as a part of the value. 10 % less: by how many points the gap moves if the value is that much"
                        + " less. spread: whether the order turns between its 5 and 95 % quantile (turns)"
                        + " or not (holds); ? where the spread is not known. A threshold is no statement on how likely it is.");
        int none = values.values().size() - rows.size();
        if (none > 0) {
            text.note(Numbers.grouped(none) + (none == 1 ? " more value moves" : " more values move")
                    + " nothing at 10 % less and turn nothing alone.");
        }
        more(rows, text);
        frame.missing().forEach((unit, columns) -> {
            if (!columns.isEmpty()) {
                text.note("Missing for " + unit + ", with what it would add not known: " + String.join(", ", columns)
                        + ".");
            }
        });
        return text.build().toString();
    }

    /** By how much the gap moves at ten percent less; 0 where that means nothing. */
    private static double effect(SettlingValue value, SettlingValues values) {
        return value.gapAtTenPercentLess().orElse(values.gap()) - values.gap();
    }

    private static boolean isExact(SettlingValue value) {
        return value.reading()
                .map(reading -> reading.estimate().spread().isKnown())
                .orElse(false);
    }

    private static String spreads(SettlingValues values) {
        SettlingValues.Frame frame = values.frame();
        List<SettlingValue> rows =
                values.values().stream().filter(SettlingValue::isUncertain).toList();
        boolean hasShares = rows.stream().anyMatch(value -> value.shareAtLow().isPresent());
        TextTable.Builder text = TextTable.builder()
                .title("What settling one datum would show. " + question(values))
                .left("unit")
                .wrapped("datum")
                .right("value")
                .right("5 to 95 %")
                .right("gap there");
        if (hasShares) {
            text.right("ahead there");
        }
        text.right("variance");
        for (SettlingValue value : shown(rows)) {
            ImmutableList.Builder<String> cells = ImmutableList.builder();
            cells.add(
                    value.unit(),
                    value.indicator() + (value.isJudgement() ? " (J)" : ""),
                    number(OptionalDouble.of(value.value())),
                    number(value.low()) + " to " + number(value.high()),
                    points(value.gapAtLow()) + " to " + points(value.gapAtHigh()));
            if (hasShares) {
                cells.add(share(value.shareAtLow()) + " to " + share(value.shareAtHigh()));
            }
            cells.add(variance(value, frame.isIntegral()));
            text.row(cells.build().toArray(String[]::new));
        }
        text.note(stated(values));
        text.note("gap there: points by which " + frame.unit() + " is ahead of " + frame.other()
                + " at the 5 and the 95 % quantile of the datum, all else as stated."
                + (hasShares
                        ? " ahead there: the share of weightings under which it is, exact, " + frame.weights() + "."
                        : ""));
        text.note(
                "variance: the part of the variance of the gap, under the stated weights, that goes if the datum is settled"
                        + " (first-order index, "
                        + (frame.isIntegral()
                                ? "integrals, since the gap is a sum"
                                : "estimated from " + Numbers.grouped(frame.draws()) + " draws, seed " + frame.seed()
                                        + ", +- standard error; what is missing to 100 % is joint or bends more than a cubic")
                        + "). Standard deviation of the gap "
                        + Numbers.significant(values.gapStandardDeviation(), 3) + " points.");
        text.note("In " + ShareText.percent(values.shareOfDrawsAhead()) + " (+- "
                + Numbers.fixed(PERCENT * values.shareOfDrawsAheadError(), 1) + ") of "
                + Numbers.grouped(frame.draws()) + " draws of the data, seed " + frame.seed() + ", " + frame.unit()
                + " is ahead under the stated weights.");
        text.note("Uncertainty "
                + TableDraws.coverage(frame.covered(), frame.judged(), frame.inputs()) + "; "
                + TableDraws.method(frame.isOwnReference()) + "."
                + (frame.judged() == 0 ? "" : " (J): the spread is JUDGEMENT, from no source."));
        more(rows, text);
        return text.build().toString();
    }

    private static String stated(SettlingValues values) {
        SettlingValues.Frame frame = values.frame();
        String share = values.share().isPresent()
                ? "; it is ahead under " + ShareText.percent(frame.share()) + " of weightings, exactly ("
                        + frame.weights() + ")"
                : "; no exact share of weightings: " + frame.noShare();
        return "As stated, " + frame.unit() + " is "
                + (frame.gap() == 0
                        ? "level with " + frame.other() + ", so that there is no order to turn"
                        : Numbers.significant(Math.abs(frame.gap()), 3) + " points "
                                + (frame.gap() > 0 ? "ahead of " : "behind ") + frame.other())
                + share + ".";
    }

    private static void more(List<SettlingValue> rows, TextTable.Builder text) {
        if (rows.size() > ROWS_SHOWN) {
            text.note("and " + Numbers.grouped(rows.size() - ROWS_SHOWN) + " more values");
        }
    }

    private static List<SettlingValue> shown(List<SettlingValue> rows) {
        return rows.subList(0, Math.min(rows.size(), ROWS_SHOWN));
    }

    private static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "-";
        }
        double number = value.getAsDouble();
        return Math.abs(number) < FIRST_IN_WORDS ? Numbers.significant(number, DIGITS) : Numbers.compact(number);
    }

    private static String points(OptionalDouble value) {
        double points = value.orElseThrow();
        return (points > 0 ? "+" : "") + Numbers.fixed(points, 2);
    }

    private static String share(OptionalDouble value) {
        return value.isPresent() ? ShareText.number(value.getAsDouble()) : "-";
    }

    private static String change(OptionalDouble distance) {
        if (distance.isEmpty()) {
            return "-";
        }
        double percent = PERCENT * distance.getAsDouble();
        return (percent > 0 ? "+" : "") + Numbers.significant(percent, 3) + " %";
    }

    private static String variance(SettlingValue value, boolean isIntegral) {
        double share = value.varianceShare().orElse(0);
        return isIntegral
                ? ShareText.percent(share)
                : Numbers.fixed(PERCENT * share, 1) + " +- "
                        + Numbers.fixed(PERCENT * value.varianceShareError().orElse(0), 1) + " %";
    }
}
