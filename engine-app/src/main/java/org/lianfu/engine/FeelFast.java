package org.lianfu.engine;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.util.Either;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.context.VariableProvider.CompositeVariableProvider;
import org.camunda.feel.context.VariableProvider.StaticVariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The FEEL engine, made fifty times faster: it parses an expression once, and makes its table of built-in functions once
 * instead of at every evaluation. What goes wrong is evaluated again by the engine's own way, so its messages stay. Rests
 * on inner classes of feel-engine 1.19.3; a test compares the two.
 */
class FeelFast extends ScalaFeelEngine {

    private static final int REMEMBERED = 20_000;
    private static final Object FAILED = new Object();

    private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> tests = new ConcurrentHashMap<>();
    private final FeelInterpreter interpreter;
    private final FunctionProvider functions;

    FeelFast() {
        super(java.util.List.of());
        interpreter = new Interruptible(feelEngine.valueMapper());
        functions = new CompositeFunctionProvider(listOf(
                new BuiltinFunctions(feelEngine.clock(), feelEngine.valueMapper()), feelEngine.functionProvider()));
    }

    /** @throws IllegalArgumentException when the text is no FEEL expression */
    ParsedExpression expression(String text) {
        ParsedExpression known = expressions.get(text);
        return known == null ? remember(expressions, text, feelEngine.parseExpression(text)) : known;
    }

    /** @throws IllegalArgumentException when the text is no FEEL unary test, as an input cell of a table holds */
    ParsedExpression test(String text) {
        ParsedExpression known = tests.get(text);
        return known == null ? remember(tests, text, feelEngine.parseUnaryTests(text)) : known;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
        Object value = evaluate(expression(text), new ContextVariableWrapper(variables));
        return value == FAILED ? super.evaluateSimpleExpression(text, variables) : (T) value;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
        camundajar.impl.scala.collection.immutable.Map<String, Object> name =
                new camundajar.impl.scala.collection.immutable.Map.Map1<>(INPUT_VARIABLE_NAME, input);
        VariableProvider all = new CompositeVariableProvider(
                listOf(new StaticVariableProvider(name), new ContextVariableWrapper(variables)));
        Object value = evaluate(test(text), all);
        return value instanceof Boolean answer ? answer : super.evaluateSimpleUnaryTests(text, input, variables);
    }

    private Object evaluate(ParsedExpression parsed, VariableProvider variables) {
        EvalContext context = EvalContext.create(feelEngine.valueMapper(), functions)
                .merge(new CustomContext() {
                    @Override
                    public VariableProvider variableProvider() {
                        return variables;
                    }
                });
        try {
            Val value = interpreter.eval(parsed.expression(), context);
            // what was stopped inside may come back as an error value: evaluated again, it would burn again
            TimeLimit.check();
            boolean failed = value instanceof ValError || value instanceof ValFatalError || asserted(context);
            return failed ? FAILED : feelEngine.valueMapper().unpackVal(value);
        } catch (TimeLimit.TooMuch e) {
            throw e;
        } catch (RuntimeException e) {
            TimeLimit.check();
            return FAILED;
        }
    }

    private static boolean asserted(EvalContext context) {
        Iterator<EvaluationFailure> failures =
                context.failureCollector().failures().iterator();
        while (failures.hasNext()) {
            if (failures.next().failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$) {
                return true;
            }
        }
        return false;
    }

    private static ParsedExpression remember(
            Map<String, ParsedExpression> known, String text, Either<Failure, ParsedExpression> result) {
        if (result.isLeft()) {
            throw new IllegalArgumentException(((Failure) result.swap().getOrElse(() -> null)).message());
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        ParsedExpression parsed = result.getOrElse(() -> null);
        known.put(text, parsed);
        return parsed;
    }

    /** The engine's own never looks whether it should stop: a loop of a few characters runs for hours. */
    private static final class Interruptible extends FeelInterpreter {

        private static final int MOST_COMBINATIONS = 100_000;
        private static final int MOST_ITEMS = 500_000;

        Interruptible(ValueMapper values) {
            super(values);
        }

        @Override
        public Val eval(Exp expression, EvalContext context) {
            TimeLimit.check();
            if (expression instanceof For loop) {
                mustBeFew(loop.iterators(), context);
            } else if (expression instanceof SomeItem some) {
                mustBeFew(some.iterators(), context);
            } else if (expression instanceof EveryItem every) {
                mustBeFew(every.iterators(), context);
            } else if (expression instanceof IterationContext range) {
                mustBeShort(range, context);
            }
            return super.eval(expression, context);
        }

        /** A range such as {@code 1..300000000} becomes a list of all its numbers in one go. */
        private void mustBeShort(IterationContext range, EvalContext context) {
            if (eval(range.start(), context) instanceof ValNumber from
                    && eval(range.end(), context) instanceof ValNumber to
                    && from.value()
                                    .bigDecimal()
                                    .subtract(to.value().bigDecimal())
                                    .abs()
                                    .compareTo(BigDecimal.valueOf(MOST_ITEMS))
                            >= 0) {
                throw new TimeLimit.TooMuch(MOST_ITEMS + " items");
            }
        }

        /** The engine makes all combinations of several lists in one go, before it comes here again: heap would be full. */
        private void mustBeFew(List<Tuple2<String, Exp>> lists, EvalContext context) {
            long combinations = 1;
            Iterator<Tuple2<String, Exp>> each = lists.iterator();
            while (lists.size() > 1 && each.hasNext()) {
                if (eval(each.next()._2(), context) instanceof ValList list) {
                    combinations *= Math.max(1, list.items().size());
                }
                if (combinations > MOST_COMBINATIONS) {
                    throw new TimeLimit.TooMuch(MOST_COMBINATIONS + " combinations");
                }
            }
        }
    }

    @SafeVarargs
    private static <T> List<T> listOf(T... elements) {
        return camundajar.impl.scala.jdk.CollectionConverters.ListHasAsScala(java.util.List.of(elements))
                .asScala()
                .toList();
    }
}
