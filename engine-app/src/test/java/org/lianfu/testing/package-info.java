/**
 * What tests share: both databases, a clock that can be set, light and whole contexts. Choose the database of a test class
 * with {@link org.lianfu.testing.OnH2} or {@link org.lianfu.testing.OnMariaDb}; write the tests in an abstract class and
 * give it one subclass for each.
 */
package org.lianfu.testing;
