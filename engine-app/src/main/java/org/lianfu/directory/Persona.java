package org.lianfu.directory;

import java.util.List;
import org.lianfu.shared.Words;

/** A person to try the product as, in the demo only. */
public record Persona(String login, String org, List<String> roles, Words says) {}
