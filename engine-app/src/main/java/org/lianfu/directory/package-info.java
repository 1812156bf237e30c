/**
 * Who there is and what they may do: organisations, firms, people, posts (岗位), duties that exclude one another, sign-in.
 * Every act elsewhere is done by an actor that this module has built afresh.
 */
@ApplicationModule(allowedDependencies = {"shared", "trail", "outbox", "http", "vault"})
package org.lianfu.directory;

import org.springframework.modulith.ApplicationModule;
