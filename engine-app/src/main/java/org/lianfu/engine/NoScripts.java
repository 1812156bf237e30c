package org.lianfu.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Scripting is off wholly: an empty class path is not enough, the engine bundles a script engine of its own. */
final class NoScripts extends ScriptFactory implements ScriptEngineResolver {

    @Override
    public ExecutableScript createScriptFromResource(String language, String resource) {
        throw off(language);
    }

    @Override
    public ExecutableScript createScriptFromResource(String language, Expression resource) {
        throw off(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, String source) {
        throw off(language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, Expression source) {
        throw off(language);
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw off(factory.getEngineName());
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw off("any");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean cached) {
        throw off(language);
    }

    private static ProcessEngineException off(String language) {
        return new ProcessEngineException("scripting is off: " + language);
    }
}
