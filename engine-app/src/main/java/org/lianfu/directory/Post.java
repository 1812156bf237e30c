package org.lianfu.directory;

/** A post (岗位): a role in an organisation; where work is queued. */
public record Post(String org, String role) {}
