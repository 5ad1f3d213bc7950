package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Flips of weights in print. */
final class WeightFlipText {
    /** Smaller changes, in percentage points, come from rounding and print as none. */
    private static final double NOISE = 1e-8;

    private static final double PERCENT = 100;
    /** Smaller numbers would print as zero with one decimal. */
    private static final double SMALLEST_SHOWN = 0.05;

    private static final int SCORE_DIGITS = 4;

    private WeightFlipText() {}

    static String of(WeightFlip flip) {
        Criteria criteria = flip.space().criteria();
        TextTable.Builder text = TextTable.builder()
                .title("Nearest weights at which " + name(criteria, flip.behind())
                        + (flip.overtakesAll()
                                ? " takes the lead: "
                                : " overtakes " + name(criteria, flip.ahead()) + ": ")
                        + criteria.title())
                .left("criterion")
                .right("stated weight, %")
                .right("at the flip, %")
                .right("change, points");
        criteria.weights()
                .forEach((criterion, stated) -> text.row(
                        criterion,
                        percent(stated),
                        percent(Objects.requireNonNull(flip.weights().get(criterion))),
                        signed(PERCENT * Objects.requireNonNull(flip.changes().get(criterion)))));
        text.note(distance(flip));
        text.note(scores(flip));
        if (!flip.isNearest()) {
            text.note("Nearer weights may exist: the differences of rivals lie too far apart for the programmes.");
        }
        text.note("Method: exact, by " + (flip.norm() == WeightFlip.Norm.EUCLIDEAN ? "quadratic" : "linear")
                + " programming; " + set(flip.space().weights()) + "; " + criteria.aggregation() + ".");
        text.note(CriteriaText.heldFixed(criteria));
        CriteriaText.leftOut(criteria).ifPresent(text::note);
        return text.build().toString();
    }

    /** The set without its measure, which has no part in distances. */
    static String set(WeightSet set) {
        if (set instanceof WeightSet.Dirichlet) {
            return "among all weights";
        }
        String words = set.toString();
        return words.startsWith("uniform over ") ? "among " + words.substring("uniform over ".length()) : words;
    }

    private static String distance(WeightFlip flip) {
        double manhattan = PERCENT * flip.distance(WeightFlip.Norm.MANHATTAN);
        String moved = "in all " + points(manhattan / 2) + " percentage points of weight move to other criteria";
        String norm = " (nearest in the " + norm(flip.norm()) + " norm: ";
        return switch (flip.norm()) {
            case MANHATTAN -> "Distance: " + moved + norm + points(manhattan) + " points lost and gained).";
            case EUCLIDEAN ->
                "Distance: " + Numbers.significant(flip.distance(), 3) + "; " + moved + norm
                        + "root of the sum of squared changes).";
            case CHEBYSHEV ->
                "Distance: no weight changes by more than " + points(PERCENT * flip.distance()) + " percentage points; "
                        + moved + norm + "largest change).";
        };
    }

    private static String norm(WeightFlip.Norm norm) {
        String name = norm.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String scores(WeightFlip flip) {
        Criteria criteria = flip.space().criteria();
        double[] stated = criteria.statedWeights();
        double[] flipped = flip.weights().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        List<String> units = new ArrayList<>(List.of(flip.behind(), flip.ahead()));
        if (flip.overtakesAll()) {
            String rival = FlipSearch.strongestRival(criteria, flip.behind(), flipped);
            if (!units.contains(rival)) {
                units.add(rival);
            }
        }
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (String unit : units) {
            before.add(unit + " " + score(criteria, unit, stated));
            after.add(unit + " " + score(criteria, unit, flipped));
        }
        return "Scores at the stated weights: " + String.join(", ", before) + "; at the flip: "
                + String.join(", ", after) + ".";
    }

    static String score(Criteria criteria, String unit, double[] weights) {
        return Numbers.significant(FlipSearch.score(criteria, unit, weights), SCORE_DIGITS);
    }

    static String name(Criteria criteria, String unit) {
        String label = CriteriaText.label(criteria, unit);
        return label.isEmpty() ? unit : label;
    }

    /** A number of percentage points with one decimal, more where it would print as zero. */
    static String points(double points) {
        if (Math.abs(points) < NOISE) {
            return "0.0";
        }
        return Math.abs(points) < SMALLEST_SHOWN ? Numbers.significant(points, 1) : Numbers.fixed(points, 1);
    }

    /** A share in percent, as percentage points are printed. */
    static String percent(double share) {
        return points(PERCENT * share);
    }

    private static String signed(double points) {
        return points >= NOISE ? "+" + points(points) : points(points);
    }
}
