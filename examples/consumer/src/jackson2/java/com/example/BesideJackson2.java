package com.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The same application, with an own Jackson 2 whose annotations are older than those that Jackson 3 asks for. It prints what
 * {@link Consumer} does, or fails.
 */
public final class BesideJackson2 {
    private BesideJackson2() {}

    /**
     * What the application keeps with Jackson 2.
     *
     * @param jurisdiction the country's code
     * @param points its score
     */
    public record Kept(@JsonProperty("country") String jurisdiction, double points) {}

    /**
     * Uses Jackson 2, then everything that {@link Consumer} uses, then Jackson 2 again.
     *
     * @param args none
     * @throws JsonProcessingException if Jackson 2 does not work
     */
    public static void main(String[] args) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        requireThereAndBack(mapper);
        Consumer.main(args);
        requireThereAndBack(mapper);
    }

    private static void requireThereAndBack(ObjectMapper mapper) throws JsonProcessingException {
        Kept kept = new Kept("XAA", 45);
        String json = mapper.writeValueAsString(kept);
        if (!json.contains("\"country\":\"XAA\"")
                || !mapper.readValue(json, Kept.class).equals(kept)) {
            throw new IllegalStateException("Jackson " + mapper.version() + " wrote " + json);
        }
    }
}
