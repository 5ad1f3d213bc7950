/**
 * National AI strategies as immutable types, with evidence on every number, scoring that adds up, and bundled reference
 * data.
 */
module io.github.statecraft.core {
    requires transitive com.google.common;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires tools.jackson.dataformat.csv;
    requires ojalgo;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.core;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.github.statecraft;
    exports io.github.statecraft.estimate;
    exports io.github.statecraft.model;
    exports io.github.statecraft.score;
    exports io.github.statecraft.score.method;
    exports io.github.statecraft.compare;
    exports io.github.statecraft.audit;
    exports io.github.statecraft.robustness;
    exports io.github.statecraft.data;
}
