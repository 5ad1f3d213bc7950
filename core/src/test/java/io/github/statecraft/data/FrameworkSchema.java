package io.github.statecraft.data;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema of frameworks, as a validator sees it. */
final class FrameworkSchema {
    static {
        // the validator would log, and there is nothing to log to
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));
    private static final Schema SCHEMA = REGISTRY.getSchema(FrameworkFiles.schema());

    private FrameworkSchema() {}

    static JsonNode tree(String text, TextFormat format) {
        return (format == TextFormat.JSON ? JSON : YAML).readTree(text);
    }

    /** What the schema has against a document. */
    static List<String> errors(JsonNode document) {
        return SCHEMA.validate(document).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** What the schema of schemas has against a schema. */
    static List<String> errorsOfSchema(JsonNode schema) {
        return REGISTRY.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId())).validate(schema).stream()
                .map(Object::toString)
                .toList();
    }
}
