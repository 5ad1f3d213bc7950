package io.github.statecraft.robustness;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What no factor of a {@link MethodDesign} touches. */
final class HeldFixed {
    private HeldFixed() {}

    private enum Part {
        DATA("data"),
        WEIGHTS("weights"),
        NORMALISATION("normalisation"),
        RANGES("ranges of scores"),
        AGGREGATION("aggregation"),
        IMPUTATION("imputation"),
        TREATMENTS("treatments"),
        MISSING_DATA("missing data policy");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    /** One sentence on the parts that no factor varies anywhere; nodes that none names are among what is held. */
    static String of(MethodDesign design) {
        Set<Part> varied = EnumSet.noneOf(Part.class);
        design.varied().values().forEach(factor -> add(factor, varied));
        String parts = Arrays.stream(Part.values())
                .filter(part -> !varied.contains(part))
                .map(part -> part.words)
                .collect(Collectors.joining(", "));
        return "Held fixed: " + (parts.isEmpty() ? "" : parts + ", and ") + "whatever no factor names.";
    }

    private static void add(MethodFactor factor, Set<Part> varied) {
        if (factor instanceof MethodFactor.Data) {
            varied.add(Part.DATA);
        } else if (factor instanceof MethodFactor.Alternatives alternatives) {
            alternatives.variants().forEach(variant -> add(variant, varied));
        } else {
            varied.add(Part.WEIGHTS);
        }
    }

    private static void add(MethodVariant variant, Set<Part> varied) {
        if (variant instanceof MethodVariant.Labelled labelled) {
            add(labelled.variant(), varied);
        } else if (variant instanceof MethodVariant.Together together) {
            together.parts().forEach(part -> add(part, varied));
        } else if (variant instanceof MethodVariant.Normalised) {
            varied.add(Part.NORMALISATION);
        } else if (variant instanceof MethodVariant.Ranged) {
            varied.add(Part.RANGES);
        } else if (variant instanceof MethodVariant.Aggregated) {
            varied.add(Part.AGGREGATION);
        } else if (variant instanceof MethodVariant.Weighted || variant instanceof MethodVariant.Reweighted) {
            varied.add(Part.WEIGHTS);
        } else if (variant instanceof MethodVariant.Imputed || variant instanceof MethodVariant.NotImputed) {
            varied.add(Part.IMPUTATION);
        } else if (variant instanceof MethodVariant.Treated) {
            varied.add(Part.TREATMENTS);
        } else if (variant instanceof MethodVariant.MissingData) {
            varied.add(Part.MISSING_DATA);
        }
    }
}
