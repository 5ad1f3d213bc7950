package io.github.statecraft.examples.shell;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.regex.Pattern;

/** Parts of a Javadoc comment as one reads them: links, code and entities as plain words, without tags. */
final class PlainText extends SimpleDocTreeVisitor<Void, StringBuilder> {
    /** A package before the name of a type. */
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private final DocTrees trees;

    PlainText(DocTrees trees) {
        this.trees = trees;
    }

    /**
     * Some parts of a comment.
     *
     * @param parts such as a first sentence
     * @return one line, starting with a capital letter; empty if there are no words
     */
    String of(List<? extends DocTree> parts) {
        StringBuilder words = new StringBuilder();
        visit(parts, words);
        String text = words.toString().strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    @Override
    public Void visitText(TextTree node, StringBuilder words) {
        words.append(node.getBody());
        return null;
    }

    @Override
    public Void visitEntity(EntityTree node, StringBuilder words) {
        String character = trees.getCharacters(node);
        words.append(character == null ? node.toString() : character);
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree node, StringBuilder words) {
        words.append(node.getBody().getBody());
        return null;
    }

    @Override
    public Void visitLink(LinkTree node, StringBuilder words) {
        if (node.getLabel().isEmpty()) {
            node.getReference().accept(this, words);
        } else {
            visit(node.getLabel(), words);
        }
        return null;
    }

    @Override
    public Void visitReference(ReferenceTree node, StringBuilder words) {
        String signature = PACKAGE.matcher(node.getSignature()).replaceAll("");
        words.append((signature.startsWith("#") ? signature.substring(1) : signature).replace('#', '.'));
        return null;
    }

    @Override
    public Void visitValue(ValueTree node, StringBuilder words) {
        ReferenceTree constant = node.getReference();
        return constant == null ? null : constant.accept(this, words);
    }

    @Override
    public Void visitReturn(ReturnTree node, StringBuilder words) {
        visit(node.getDescription(), words);
        words.append('.');
        return null;
    }
}
