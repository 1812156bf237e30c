package org.lianfu.rules.bad.service;

/** Lies in a package that is a layer, not a module. */
public class Anything {}
