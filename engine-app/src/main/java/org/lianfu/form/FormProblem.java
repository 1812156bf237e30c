package org.lianfu.form;

/**
 * Something in a form file that the product does not accept.
 *
 * @param element key or id of the component, or {@code form}
 * @param message what is wrong and what is accepted instead
 */
public record FormProblem(String element, String message) {}
