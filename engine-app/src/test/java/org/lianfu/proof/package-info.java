/**
 * Proof by chance: people who know nothing of a program walk its cases by what the house offers them, race one another and
 * see the house killed; a checker that shares no code with the house then reads whether its books agree.
 */
package org.lianfu.proof;
