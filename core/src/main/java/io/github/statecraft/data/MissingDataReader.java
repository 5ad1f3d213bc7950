package io.github.statecraft.data;

import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.score.method.MissingDataPolicy;
import java.util.Optional;

/** Makes a {@link MissingDataPolicy} of a node of a document. */
final class MissingDataReader {
    private static final ImmutableListMultimap<String, String> POLICIES =
            ImmutableListMultimap.<String, String>builder()
                    .putAll("strict", "type")
                    .putAll("re-weight", "type", "minimumShare", "appliesTo")
                    .putAll("minimum-count", "type", "minimumCount", "appliesTo")
                    .putAll("proportional", "type", "minimumShare")
                    .putAll("stated-score", "type", "score", "reason")
                    .build();

    private MissingDataReader() {}

    static Optional<MissingDataPolicy> policy(DocumentNode node) {
        return MethodNode.of(node, "missing", POLICIES).flatMap(policy -> switch (policy.type()) {
            case "strict" -> policy.build(MissingDataPolicy::strict);
            case "re-weight" -> {
                Optional<Double> share = share(policy, "Reweight");
                Optional<MissingDataPolicy.Scope> scope = policy.constant("appliesTo", MissingDataPolicy.Scope.class);
                yield policy.build(() -> MissingDataPolicy.reweight(share.orElseThrow(), scope.orElseThrow()));
            }
            case "minimum-count" -> {
                Optional<Integer> count = policy.required(
                        "minimumCount",
                        n -> PreparationReader.atLeastOne(
                                n, "MissingDataPolicy.MinimumCount.minimumCount must be at least 1"));
                Optional<MissingDataPolicy.Scope> scope = policy.constant("appliesTo", MissingDataPolicy.Scope.class);
                yield policy.build(() -> MissingDataPolicy.minimumCount(count.orElseThrow(), scope.orElseThrow()));
            }
            case "proportional" -> {
                Optional<Double> share = share(policy, "Proportional");
                yield policy.build(() -> MissingDataPolicy.proportional(share.orElseThrow()));
            }
            default -> {
                Optional<Double> score = policy.required("score", DocumentNode::number);
                String reason = policy.reason();
                yield policy.build(() -> MissingDataPolicy.statedScore(score.orElseThrow(), reason));
            }
        });
    }

    private static Optional<Double> share(MethodNode policy, String type) {
        return policy.required(
                "minimumShare",
                n -> n.number(
                        x -> x > 0 && x <= 1,
                        "MissingDataPolicy." + type + ".minimumShare must be in (0, 1]",
                        "write it as a part of one, such as 0.6"));
    }
}
