package org.lianfu.rules.bad;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;

/** Makes an expression of what somebody typed. */
public class ExpressionMaker {

    public Object make(JuelExpressionManager expressions, String typed) {
        return expressions.createExpression(typed);
    }
}
