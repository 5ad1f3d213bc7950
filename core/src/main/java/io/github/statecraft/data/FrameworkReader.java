package io.github.statecraft.data;

import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.MissingDataPolicy;
import java.util.Optional;

/** Makes a {@link ScoringFramework} of a document. */
final class FrameworkReader {
    private FrameworkReader() {}

    static Optional<ScoringFramework> framework(DocumentNode root) {
        int before = root.problems();
        if (!isOfFormat(root, FrameworkFiles.FORMAT)) {
            return Optional.empty();
        }
        root.allow("format", "id", "version", "question", "scaleBasis", "rationale", "index", "missing");
        Optional<String> id = filled(root, "id");
        Optional<String> version = filled(root, "version");
        Optional<String> question = filled(root, "question");
        Optional<String> rationale = filled(root, "rationale");
        Optional<ScaleBasis> basis = root.required("scaleBasis").flatMap(n -> n.constant(ScaleBasis.class, Enum::name));
        Optional<IndexNode> index = root.required("index").flatMap(n -> new NodeReader().index(n));
        Optional<MissingDataPolicy> missing = root.required("missing").flatMap(MissingDataReader::policy);
        if (root.problems() > before
                || id.isEmpty()
                || version.isEmpty()
                || question.isEmpty()
                || rationale.isEmpty()
                || basis.isEmpty()
                || index.isEmpty()
                || missing.isEmpty()) {
            return Optional.empty();
        }
        return root.build(() -> ScoringFramework.builder()
                .id(id.get())
                .version(version.get())
                .question(question.get())
                .rationale(rationale.get())
                .scaleBasis(basis.get())
                .index((Pillar) index.get())
                .missing(missing.get())
                .build());
    }

    private static Optional<String> filled(DocumentNode root, String field) {
        return root.required(field).flatMap(n -> n.filled("ScoringFramework"));
    }

    /** Reports a document that says it is of another format; nothing else in it can be judged then. */
    static boolean isOfFormat(DocumentNode root, String expected) {
        Optional<DocumentNode> node = root.required("format");
        Optional<String> format = node.flatMap(DocumentNode::text);
        if (format.isEmpty() || format.get().equals(expected)) {
            return true;
        }
        node.get()
                .report("the format must be " + expected, Problems.quote(format.get()), "is it another kind of file?");
        return false;
    }
}
