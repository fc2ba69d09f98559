package dev.stockade.bench;

import java.util.List;

/** An agent, as the options that start a JVM under it. */
record Variant(Agent agent, String name, List<String> options) {}
