package org.lianfu.engine;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * No class is made because a model names it. This closes {@code camunda:class}, the shell and mail tasks and every listener
 * by class behind the gate's back as well; the catalogue's activities are beans and need no factory.
 */
final class NoClasses implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new ProcessEngineException("a model may not name a class: " + type.getName());
    }
}
